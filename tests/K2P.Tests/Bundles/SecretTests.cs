using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using K2P.Bundles.Secrets;
using K2P.Tests.Support;
using K2P.Tests.Workflows;

namespace K2P.Tests.Bundles;

/// <summary>No output of any verb holds a secret that stands in the settings.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Canary = "Canary7f3a";
    private const string Jwt =
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0Canary7f3aIn0.Canary7f3aCanary7f3a";

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private static XElement[] Planted =>
        [
            Xml.Password("passwordWeaklyEncrypted", "Canary7f3aWeak"),
            Xml.Entry("password", "Canary7f3aPlain"),
            Xml.Entry("apiKey", "Canary7f3aKey"),
            Xml.Entry("client_secret", "Canary7f3aClient"),
            Xml.Entry("accessTokenSecret", "Canary7f3aToken"),
            Xml.Entry("secretKey", "Canary7f3aS3"),
            Xml.Entry("jdbc", "jdbc:postgresql://db/x?user=u&password=Canary7f3aQuery"),
            Xml.Entry("server", "Server=db;User Id=u;Password=Canary7f3aOdbc;Encrypt=yes"),
            Xml.Entry("account", "AccountName=a;AccountKey=Canary7f3aAzure==;Suffix=b"),
            Xml.Entry("url", "https://user:Canary7f3a@ddress@example.org/data"),
            Xml.Entry("header", "Authorization: Bearer Canary7f3aBearer0123"),
            Xml.Entry("basic", "Basic Canary7f3aQmFzaWM="),
            Xml.Entry("jwt", Jwt),
            Xml.Entry("hub", "ghp_Canary7f3a0123456789012345678901234567"),
            Xml.Entry("body", "{\"user\": \"u\", \"password\": \"Canary7f3aJson\"}"),
            Xml.Entry("script", "import x\npassword = 'Canary7f3aScript'\n"),
            Xml.Entry(
                "pem",
                $"-----BEGIN RSA PRIVATE KEY-----\n{Canary}\n-----END RSA PRIVATE KEY-----"
            ),
            Xml.Config(
                "variable",
                Xml.Entry("name", "db_password"),
                Xml.Entry("value", "Canary7f3aVariable")
            ),
            Xml.Config(
                "newer",
                Xml.Entry("name", "apiToken"),
                Xml.Config(
                    "value",
                    Xml.Entry("identifier", "STRING"),
                    Xml.Entry("value", "Canary7f3aNested")
                )
            ),
            Xml.Texts("Request header keys", "Accept", "X-Api-Key"),
            Xml.Texts("Request header values", "text/csv", "Canary7f3aHeader"),
        ];

    private string Workflow() =>
        new WorkflowWriter(scratch.At("flow"))
            .With(
                Xml.Config(
                    "workflow_credentials",
                    Xml.Config(
                        "credential_0",
                        Xml.Entry("name", "db"),
                        Xml.Entry("login", "user"),
                        Xml.Password("password", "Canary7f3aCredentials")
                    )
                ),
                Xml.Config(
                    "workflow_variables",
                    Xml.Config(
                        "variable_0",
                        Xml.Entry("name", "db_password"),
                        Xml.Entry("class", "STRING"),
                        Xml.Entry("value", "Canary7f3aGlobal")
                    )
                )
            )
            .Node(
                1,
                "Stub",
                "org.example.StubNodeFactory",
                Xml.Config("model", Planted),
                "it has password=Canary7f3aNote"
            )
            .Node(
                2,
                "CSV Reader",
                "org.knime.base.node.io.filehandling.csv.reader.CSVTableReaderNodeFactory",
                Xml.Config("model", Planted)
            )
            .Write();

    [Theory]
    [InlineData("convert")]
    [InlineData("inspect")]
    [InlineData("inspect", "--json")]
    [InlineData("verify")]
    [InlineData("bundle")]
    public async Task No_output_holds_a_secret(params string[] verb)
    {
        var outputs = verb[0] switch
        {
            "convert" => new[] { "--out", scratch.At("out") },
            "bundle" => ["--out", scratch.At("bundle.zip")],
            _ => [],
        };
        var run = await Run.K2P([.. verb, Workflow(), .. outputs]);

        run.Output.ShouldNotContain(Canary);
        run.Errors.ShouldNotContain(Canary);
        if (verb[0] == "bundle")
        {
            run.ExitCode.ShouldBe(0, run.Errors);
            await ZipFile.ExtractToDirectoryAsync(
                scratch.At("bundle.zip"),
                scratch.At("out"),
                TestContext.Current.CancellationToken
            );
        }

        if (outputs.Length > 0)
        {
            OutputFolder
                .Read(scratch.At("out"))
                .Where(file => file.Value.AsSpan().IndexOf("Canary7f3a"u8) >= 0)
                .Select(file => file.Key)
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_report_names_every_secret()
    {
        var run = await Run.K2P(Workflow(), "--out", scratch.At("out"));
        run.ExitCode.ShouldBe(0, run.Errors);
        using var report = JsonDocument.Parse(
            OutputFolder
                .Read(scratch.At("out"))
                .Single(file => file.Key.EndsWith("__report.json", StringComparison.Ordinal))
                .Value
        );
        var keys = report
            .RootElement.GetProperty("secrets")
            .EnumerateArray()
            .Where(secret => secret.GetProperty("node").GetString() == "1")
            .Select(secret => secret.GetProperty("key").GetString()!)
            .ToList();
        keys.Count.ShouldBe(Planted.Length, string.Join('\n', keys));
    }

    [Theory]
    [InlineData("tokenizer", "OpenNLP English")]
    [InlineData("credentialsId", "db")]
    [InlineData("keyColumn", "Key")]
    [InlineData("expression", "$password$ = \"\" => \"none\"")]
    [InlineData("script", "connect(user=u, password=pw)")]
    [InlineData("url", "https://example.org/a?b=c#d@e")]
    [InlineData("text", "computes basic statistics of bearer instruments")]
    [InlineData("name", "Basic Statistics")]
    [InlineData("password", "$${Sdb_password}$$")]
    public void A_setting_that_is_no_secret_stays(string key, string value) =>
        SecretRules.Blank(key, "xstring", value).ShouldBe(value);
}
