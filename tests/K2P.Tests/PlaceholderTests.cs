namespace K2P.Tests;

public class PlaceholderTests
{
    [Fact]
    public void It_runs() => true.ShouldBeTrue();
}
