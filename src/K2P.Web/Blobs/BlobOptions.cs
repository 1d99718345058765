using K2P.Web.Configuration;

namespace K2P.Web.Blobs;

/// <summary>Where bundles and results are kept.</summary>
internal sealed class BlobOptions : IOptionsSection
{
    public const string Files = "files";
    public const string S3 = "s3";

    public static string Section => "Blobs";

    /// <summary>files (below Storage:Root, one machine or a shared folder) or s3 (any store that speaks S3).</summary>
    public string Kind { get; set; } = Files;

    /// <summary>The address of the S3 store; empty means Amazon's for the region.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The region that requests are signed for.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The bucket; the service does not make it unless Blobs:CreateBucket says so.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>Put before every key, for a bucket that others use too.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The access key; empty means what the machine offers (environment, profile, instance role).</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>The secret that belongs to the access key.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>Names the bucket in the path, as most stores outside Amazon need it.</summary>
    public bool PathStyle { get; set; } = true;

    /// <summary>Makes the bucket when the service starts.</summary>
    public bool CreateBucket { get; set; }

    /// <summary>Asks the store to encrypt: empty, AES256 or aws:kms.</summary>
    public string ServerSideEncryption { get; set; } = "";

    /// <summary>How long a call may take, and how long a stream may stay silent.</summary>
    public double TimeoutSeconds { get; set; } = 10;

    /// <summary>How often a call that failed in the store is tried again.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Blobs larger than this are sent in parts of this size.</summary>
    public int PartMiB { get; set; } = 16;

    /// <summary>Results are fetched from the store itself, by an address that holds for so many minutes; 0 streams them through the service.</summary>
    public int PresignMinutes { get; set; }

    public IEnumerable<string> Faults() =>
        [
            .. KindFaults(),
            .. OptionsSectionRegistration.InRange("Blobs:TimeoutSeconds", TimeoutSeconds, 0.5, 600),
            .. OptionsSectionRegistration.InRange("Blobs:Retries", Retries, 0, 10),
            .. OptionsSectionRegistration.InRange("Blobs:PartMiB", PartMiB, 5, 1000),
            .. OptionsSectionRegistration.InRange(
                "Blobs:PresignMinutes",
                PresignMinutes,
                0,
                10_080
            ),
        ];

    private IEnumerable<string> KindFaults()
    {
        if (Kind is not (Files or S3))
        {
            yield return $"Blobs:Kind is {Kind}; it must be {Files} or {S3}.";
        }

        if (Kind == S3 && Bucket.Length == 0)
        {
            yield return "Blobs:Bucket is empty; an S3 store needs the name of a bucket.";
        }

        if (
            Endpoint.Length > 0
            && !(
                Uri.TryCreate(Endpoint, UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https"
            )
        )
        {
            yield return $"Blobs:Endpoint is {Endpoint}; it must be an http or https address.";
        }

        if (AccessKey.Length > 0 != SecretKey.Length > 0)
        {
            yield return "Blobs:AccessKey and Blobs:SecretKey belong together; only one of them is set.";
        }

        if (ServerSideEncryption is not ("" or "AES256" or "aws:kms"))
        {
            yield return $"Blobs:ServerSideEncryption is {ServerSideEncryption}; it must be empty, AES256 or aws:kms.";
        }
    }
}
