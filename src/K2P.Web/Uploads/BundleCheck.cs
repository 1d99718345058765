using K2P.Bundles;
using K2P.Web.Http;
using Microsoft.Extensions.Options;

namespace K2P.Web.Uploads;

/// <summary>Checks an upload before anything of it is stored; a refusal has the exact code of what is wrong.</summary>
internal sealed class BundleCheck(IOptions<UploadOptions> options)
{
    private readonly UploadInspector inspector = new(options.Value.Limits);

    /// <summary>Gives the path of the file to store: what was sent, or with <paramref name="prune"/> what is kept of it.</summary>
    public string Require(string sentPath, string prunedPath, bool prune, bool allowMissing)
    {
        try
        {
            using var sent = File.OpenRead(sentPath);
            if (!prune)
            {
                inspector.Inspect(sent, allowMissing);
                return sentPath;
            }

            using var pruned = new FileStream(prunedPath, FileMode.CreateNew, FileAccess.ReadWrite);
            inspector.Prune(sent, pruned, allowMissing);
            return prunedPath;
        }
        catch (BundleException refused)
        {
            throw new RefusedException(ToRefusal(refused.Refusal));
        }
    }

    private static Refusal ToRefusal(BundleRefusal refusal) =>
        new(400, refusal.Code.Word(), refusal.Message) { Errors = Errors(refusal) };

    private static List<ProblemItem>? Errors(BundleRefusal refusal) =>
        refusal switch
        {
            { Problems.Count: > 0 } =>
            [
                .. refusal.Problems.Select(problem => new ProblemItem(
                    problem.Path,
                    problem.Code.Word(),
                    problem.Detail
                )),
            ],
            { Path: { } path } => [new(path, refusal.Code.Word(), refusal.Message)],
            _ => null,
        };
}
