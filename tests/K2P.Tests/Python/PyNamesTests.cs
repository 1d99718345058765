using CsCheck;
using K2P.Python;

namespace K2P.Tests.Python;

public class PyNamesTests
{
    [Theory]
    [InlineData("Größe (cm)\n2", "groesse_cm_2")]
    [InlineData("Straße ÀÉÎ ñ ø", "strasse_aei_n_o")]
    [InlineData("customerID", "customer_id")]
    [InlineData("  __x__  ", "x")]
    [InlineData("2nd try", "value_2nd_try")]
    [InlineData("", "value")]
    [InlineData("漢字", "value")]
    [InlineData("😀\ud800\u202e", "value")]
    [InlineData("Łódź Žižkov ş", "lodz_zizkov_s")]
    [InlineData("Cafe\u0301 1", "cafe_1")]
    [InlineData("a.b-c/d", "a_b_c_d")]
    public void Text_becomes_words_joined_by_underscores(string text, string expected) =>
        PyNames.Slug(text).ShouldBe(expected);

    [Fact]
    public void Any_texts_become_names_that_are_valid_and_all_different()
    {
        Gen.OneOf(Gen.String[0, 80], Gen.String[Gen.Char["abc 12_ß"], 0, 4])
            .List[1, 50]
            .Sample(texts =>
            {
                var names = new PyNames();
                var given = texts.Select(t => names.Unique(t, "value").Text).ToList();
                given.ShouldAllBe(n =>
                    PyWords.IsIdentifier(n) && n.Length <= 60 && !n.Any(char.IsUpper)
                );
                given.Distinct().Count().ShouldBe(texts.Count);
                var again = new PyNames();
                texts.Select(t => again.Unique(t, "value").Text).ShouldBe(given);
            });
    }

    [Theory]
    [InlineData("class")]
    [InlineData("match")]
    [InlineData("print")]
    [InlineData("list")]
    [InlineData("ID")]
    [InlineData("pd")]
    [InlineData("re")]
    [InlineData("json")]
    [InlineData("dt")]
    [InlineData("main")]
    public void A_name_never_shadows_what_Python_or_the_script_needs(string text)
    {
        var name = new PyNames().Unique(text, "value").Text;
        name.ShouldBe($"{PyNames.Slug(text)}_2");
        new PyNames().TryReserve(text.ToLowerInvariant()).ShouldBeFalse();
    }

    [Fact]
    public void A_runtime_helper_is_never_shadowed() =>
        PyRuntime.Names.ShouldAllBe(h => new PyNames().Unique(h, "value").Text != h);

    [Fact]
    public void A_scope_avoids_the_names_of_the_scopes_around_it()
    {
        var module = new PyNames();
        module.Unique("table", "x").Text.ShouldBe("table");
        module.Child().Unique("table", "x").Text.ShouldBe("table_2");
        module.Child().Unique("table", "x").Text.ShouldBe("table_2");
        module.TryReserve("table").ShouldBeFalse();
        module.TryReserve("other").ShouldBeTrue();
    }
}
