using Amazon.S3.Model;

namespace K2P.Web.Blobs;

// Blobs that are too large for one request.
internal sealed partial class S3BlobStore
{
    /// <summary>Nothing is there until the last call, and nothing stays of parts that failed.</summary>
    private async Task PutInPartsAsync(string key, Stream content, CancellationToken cancel)
    {
        var begun = await CallAsync(
            token =>
                client.InitiateMultipartUploadAsync(
                    new InitiateMultipartUploadRequest
                    {
                        BucketName = settings.Bucket,
                        Key = KeyOf(key),
                        ServerSideEncryptionMethod = Encryption,
                    },
                    token
                ),
            cancel
        );
        try
        {
            var complete = new CompleteMultipartUploadRequest
            {
                BucketName = settings.Bucket,
                Key = KeyOf(key),
                UploadId = begun.UploadId,
            };
            for (var (from, part) = (0L, 1); from < content.Length; from += PartBytes, part++)
            {
                complete.AddPartETags(
                    await PutPartAsync(key, begun.UploadId, content, from, part, cancel)
                );
            }

            await CallAsync(token => client.CompleteMultipartUploadAsync(complete, token), cancel);
        }
        catch
        {
            await CallAsync(
                token =>
                    client.AbortMultipartUploadAsync(
                        settings.Bucket,
                        KeyOf(key),
                        begun.UploadId,
                        token
                    ),
                CancellationToken.None
            );
            throw;
        }
    }

    private Task<UploadPartResponse> PutPartAsync(
        string key,
        string upload,
        Stream content,
        long from,
        int part,
        CancellationToken cancel
    ) =>
        CallAsync(
            token =>
            {
                content.Position = from;
                return client.UploadPartAsync(
                    new UploadPartRequest
                    {
                        BucketName = settings.Bucket,
                        Key = KeyOf(key),
                        UploadId = upload,
                        PartNumber = part,
                        PartSize = Math.Min(PartBytes, content.Length - from),
                        InputStream = content,
                    },
                    token
                );
            },
            cancel
        );
}
