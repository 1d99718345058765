using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace K2P.Web.Blobs;

/// <summary>
/// Blobs in a store that speaks S3. Every call has a time limit, because a store that lost a part of itself
/// hangs rather than fails; what the store refuses or drops is tried again a few times.
/// </summary>
internal sealed partial class S3BlobStore : IBlobStore, IDisposable
{
    // Up to this size a blob is read at once: one request instead of one per place that is looked at.
    private const int Small = 1024 * 1024;

    private readonly BlobOptions settings;
    private readonly AmazonS3Client client;

    public S3BlobStore(IOptions<BlobOptions> options)
    {
        settings = options.Value;
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.PathStyle,
            Timeout = CallLimit,
            ConnectTimeout = CallLimit,
            MaxErrorRetry = settings.Retries,
            RetryMode = RequestRetryMode.Standard,
            // Stores outside Amazon know no trailing checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.Endpoint.Length > 0)
        {
            config.ServiceURL = settings.Endpoint;
            config.AuthenticationRegion = settings.Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }

        client =
            settings.AccessKey.Length > 0
                ? new AmazonS3Client(
                    new BasicAWSCredentials(settings.AccessKey, settings.SecretKey),
                    config
                )
                : new AmazonS3Client(config);
    }

    private TimeSpan CallLimit => TimeSpan.FromSeconds(settings.TimeoutSeconds);

    private long PartBytes => settings.PartMiB * 1024L * 1024;

    /// <summary>The bucket, where the service is to make it.</summary>
    public Task PrepareAsync(CancellationToken cancel) =>
        settings.CreateBucket
            ? CallAsync(
                token =>
                    client.PutBucketAsync(
                        new PutBucketRequest { BucketName = settings.Bucket },
                        token
                    ),
                cancel
            )
            : Task.CompletedTask;

    public Task PutAsync(string key, Stream content, CancellationToken cancel) =>
        content.Length <= PartBytes
            ? CallAsync(
                token =>
                {
                    content.Position = 0;
                    return client.PutObjectAsync(
                        new PutObjectRequest
                        {
                            BucketName = settings.Bucket,
                            Key = KeyOf(key),
                            InputStream = content,
                            AutoCloseStream = false,
                            ServerSideEncryptionMethod = Encryption,
                        },
                        token
                    );
                },
                cancel
            )
            : PutInPartsAsync(key, content, cancel);

    public async Task<Stream?> OpenAsync(string key, CancellationToken cancel)
    {
        var first = await ReadFromAsync(key, 0, cancel);
        if (first is null)
        {
            return null;
        }

        if (first.ContentLength > Small)
        {
            return new S3BlobStream(
                first,
                CallLimit,
                async (position, token) =>
                    await ReadFromAsync(key, position, token)
                    ?? throw new IOException("The blob was deleted while it was read.")
            );
        }

        using (first)
        using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            limit.CancelAfter(CallLimit);
            var content = new MemoryStream((int)first.ContentLength);
            try
            {
                await first.ResponseStream.CopyToAsync(content, limit.Token);
            }
            catch (OperationCanceledException silent) when (!cancel.IsCancellationRequested)
            {
                throw new IOException("The store fell silent.", silent);
            }

            content.Position = 0;
            return content;
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancel) =>
        CallAsync(token => client.DeleteObjectAsync(settings.Bucket, KeyOf(key), token), cancel);

    public async Task DeleteAllAsync(string owner, CancellationToken cancel)
    {
        var request = new ListObjectsV2Request
        {
            BucketName = settings.Bucket,
            Prefix = settings.Prefix + BlobKeys.Prefix(owner),
        };
        ListObjectsV2Response page;
        do
        {
            page = await CallAsync(token => client.ListObjectsV2Async(request, token), cancel);
            foreach (var found in page.S3Objects ?? [])
            {
                await CallAsync(
                    token => client.DeleteObjectAsync(settings.Bucket, found.Key, token),
                    cancel
                );
            }

            request.ContinuationToken = page.NextContinuationToken;
        } while (page.IsTruncated == true);
    }

    public async Task<Uri?> LinkAsync(string key, string downloadName, CancellationToken cancel)
    {
        if (settings.PresignMinutes == 0)
        {
            return null;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(downloadName);
        var isPlain = settings.Endpoint.StartsWith("http:", StringComparison.OrdinalIgnoreCase);
        var address = await client.GetPreSignedURLAsync(
            new GetPreSignedUrlRequest
            {
                BucketName = settings.Bucket,
                Key = KeyOf(key),
                Expires = TimeProvider
                    .System.GetUtcNow()
                    .UtcDateTime.AddMinutes(settings.PresignMinutes),
                Protocol = isPlain ? Protocol.HTTP : Protocol.HTTPS,
                ResponseHeaderOverrides = new ResponseHeaderOverrides
                {
                    ContentDisposition = disposition.ToString(),
                    ContentType = "application/zip",
                },
            }
        );
        return new Uri(address);
    }

    public Task CheckAsync(CancellationToken cancel) =>
        CallAsync(
            token =>
                client.PutObjectAsync(
                    new PutObjectRequest
                    {
                        BucketName = settings.Bucket,
                        Key = $"{settings.Prefix}check.ready",
                        ContentBody = "",
                        ServerSideEncryptionMethod = Encryption,
                    },
                    token
                ),
            cancel
        );

    public void Dispose() => client.Dispose();

    private ServerSideEncryptionMethod? Encryption =>
        settings.ServerSideEncryption.Length > 0
            ? ServerSideEncryptionMethod.FindValue(settings.ServerSideEncryption)
            : null;

    private string KeyOf(string key)
    {
        BlobKeys.Owner(key);
        return settings.Prefix + key;
    }

    private async Task<GetObjectResponse?> ReadFromAsync(
        string key,
        long position,
        CancellationToken cancel
    )
    {
        var request = new GetObjectRequest { BucketName = settings.Bucket, Key = KeyOf(key) };
        if (position > 0)
        {
            request.ByteRange = new ByteRange($"bytes={position}-");
        }

        try
        {
            return await CallAsync(token => client.GetObjectAsync(request, token), cancel);
        }
        catch (IOException refused)
            when (refused.InnerException
                    is AmazonS3Exception
                    {
                        StatusCode: HttpStatusCode.NotFound,
                        ErrorCode: "NoSuchKey"
                    }
            )
        {
            return null;
        }
    }

    /// <summary>Bounds all tries of a call together; every failure of the store is an IOException, as from the file store.</summary>
    private async Task<T> CallAsync<T>(
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancel
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(CallLimit * (settings.Retries + 1));
        try
        {
            return await call(limit.Token);
        }
        catch (Exception failure)
            when (failure is AmazonClientException or AmazonServiceException or HttpRequestException
                || (failure is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            throw new IOException($"The store failed: {failure.Message}", failure);
        }
    }
}
