using K2P.Nodes;
using K2P.Tests.Support;

namespace K2P.Tests.Nodes;

/// <summary>Every fixture folder is a test: the node's function is the expected one, and gives the expected tables.</summary>
public class NodeFixtureTests
{
    public static TheoryData<string> Names => [.. NodeCase.All.Select(fixture => fixture.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_node_becomes_the_expected_function(string name)
    {
        var fixture = NodeCase.All.First(each => each.Name == name).Convert();
        var path = Path.Join(fixture.Folder, "expected.py");
        if (Repository.Accepts)
        {
            File.WriteAllText(path, fixture.Text);
        }
        File.Exists(path).ShouldBeTrue($"{name} has no expected.py; make accept writes it");
        fixture.Text.ShouldBe(
            File.ReadAllText(path),
            $"{name}: read the difference; make accept takes it over"
        );
    }

    [Fact]
    public void The_functions_give_the_expected_tables()
    {
        RealPython.Require("pandas");
        var cases = NodeCase
            .All.Where(fixture => fixture.Outputs.Count > 0)
            .Select(fixture => fixture.Convert())
            .ToList();
        var script = File.ReadAllText(Path.Join(NodeCase.Root, "run_cases.py"));
        var input = cases.ConvertAll(fixture => new
        {
            name = fixture.Name,
            folder = fixture.Folder,
            script = fixture.Script,
            function = fixture.Function,
            inputs = fixture.Inputs,
            outputs = fixture.Outputs,
        });
        var answers = RealPython.Run<object, List<string>>(script, input);
        cases
            .Zip(answers)
            .Where(pair => pair.Second.Length > 0)
            .Select(pair => $"{pair.First.Name}: {pair.Second}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_translator_has_a_fixture()
    {
        var tested = NodeCase.All.Select(fixture => fixture.Name.Split('/')[1]).ToHashSet();
        NodeCatalog
            .All.Select(translator => translator.GetType().Name)
            .Where(name => !tested.Contains(name))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_translator_is_in_the_catalogue_and_no_factory_is_there_twice()
    {
        var classes = typeof(NodeTranslator)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(NodeTranslator)));
        classes.ShouldBe(
            NodeCatalog.All.Select(translator => translator.GetType()).Distinct(),
            ignoreOrder: true
        );
        NodeCatalog.All.SelectMany(translator => translator.Info.Factories).ShouldBeUnique();
    }
}
