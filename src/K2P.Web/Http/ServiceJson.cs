using System.Text.Json.Serialization;
using K2P.Web.Health;
using K2P.Web.Jobs;
using K2P.Web.Uploads;

namespace K2P.Web.Http;

/// <summary>Every JSON body of the service: snake_case, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(JobView))]
[JsonSerializable(typeof(JobLogs))]
[JsonSerializable(typeof(JobProgress))]
[JsonSerializable(typeof(ResultFiles))]
[JsonSerializable(typeof(NodeTotals))]
[JsonSerializable(typeof(LimitsView))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(ReadyView))]
internal sealed partial class ServiceJson : JsonSerializerContext;
