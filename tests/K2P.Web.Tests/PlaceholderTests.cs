namespace K2P.Web.Tests;

public class PlaceholderTests
{
    [Fact]
    public void It_runs() => true.ShouldBeTrue();
}
