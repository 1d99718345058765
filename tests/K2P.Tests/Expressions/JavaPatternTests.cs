using K2P.Expressions.JavaRegex;

namespace K2P.Tests.Expressions;

public class JavaPatternTests
{
    [Theory]
    [InlineData("*_SUM", @".*_SUM")]
    [InlineData("a?c", "a.c")]
    [InlineData("P (x=1)|$", @"P \(x=1\)\|\$")]
    public void A_wildcard_is_a_pattern_in_which_only_star_and_question_mark_are_special(
        string wildcard,
        string pattern
    ) => JavaPattern.FromWildcard(wildcard).ShouldBe(pattern);

    [Theory]
    [InlineData("(Cmpd_ID|MW)", "(Cmpd_ID|MW)")]
    [InlineData(@"\d+\.\w*?", @"[0-9]+\.[a-zA-Z0-9_]*?")]
    [InlineData(@"[^\d,a-z]{2,3}", "[^0-9,a-z]{2,3}")]
    [InlineData(@"\Qa.b\E$", @"a\.b$")]
    [InlineData(@"(?i)(?:ab)+(?=c)\z", @"(?i)(?:ab)+(?=c)\Z")]
    [InlineData(@"a\u00e9\x41", @"a\u00e9\x41")]
    [InlineData("[a&|b]", @"[a\&\|b]")]
    public void What_means_the_same_in_Python_is_translated(string java, string python) =>
        JavaPattern.ToPython(java).ShouldBe(python);

    [Theory]
    [InlineData("a*+")]
    [InlineData("a{2}+")]
    [InlineData(@"\p{L}")]
    [InlineData("[a-z&&[^b]]")]
    [InlineData("(?<=a|bc)d")]
    [InlineData("(?>a)")]
    [InlineData("a(?i)b")]
    [InlineData(@"a\Z")]
    [InlineData("a{,2}")]
    [InlineData("[]a]")]
    [InlineData(@"[\D]")]
    [InlineData("a\\")]
    public void What_Python_does_not_have_is_refused(string java) =>
        JavaPattern.ToPython(java).ShouldBeNull();
}
