namespace K2P.Tests;

public class CompiledReferencesTests
{
    [Fact]
    public void A_type_that_only_the_code_of_a_method_uses_is_seen() =>
        CompiledReferences.Of(typeof(UsesInCode)).ShouldContain(typeof(Uri));

    [Fact]
    public void A_type_that_only_stands_inside_a_generic_one_is_seen() =>
        CompiledReferences.Of(typeof(UsesInDeclaration)).ShouldContain(typeof(Uri));

    [Fact]
    public void A_type_that_is_not_used_is_not_seen() =>
        CompiledReferences.Of(typeof(UsesNothing)).ShouldNotContain(typeof(Uri));

    private static class UsesInCode
    {
        public static string Escape(string text) => Uri.EscapeDataString(text);
    }

    private sealed record UsesInDeclaration(Dictionary<string, Uri[]> Places);

    private sealed record UsesNothing(string Text);
}
