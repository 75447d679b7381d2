using Amazon.S3;
using Amazon.S3.Model;

namespace VeniceStudio.Server.Library;

/// <summary>Sends one large file in parts, each held against its own checksum. What is broken off is dropped in the store, too.</summary>
internal sealed class S3Parts(AmazonS3Client client, S3Calls calls, string bucket, string key, bool encrypted, long partBytes)
{
    public async Task SendAsync(string path, long length, string sha256, CancellationToken ct)
    {
        var start = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key };
        start.Metadata["sha256"] = sha256;
        var upload = (await calls.AskAsync(limit => client.InitiateMultipartUploadAsync(start, limit), 0, ct)).UploadId;
        try
        {
            var tags = new List<PartETag>();
            await using var file = File.OpenRead(path);
            for (var at = 0L; at < length; at += partBytes)
            {
                ct.ThrowIfCancellationRequested();
                tags.Add(await PartAsync(file, path, upload, at, Math.Min(partBytes, length - at), tags.Count + 1, ct));
            }
            var end = new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload, PartETags = tags };
            await calls.AskAsync(limit => client.CompleteMultipartUploadAsync(end, limit), length, ct);
        }
        catch
        {
            await ForgetAsync(upload);
            throw;
        }
    }

    private async Task<PartETag> PartAsync(FileStream file, string path, string upload, long at, long length, int number, CancellationToken ct)
    {
        file.Position = at;
        var md5 = await Md5.OfAsync(file, length, ct);
        var request = new UploadPartRequest
        {
            BucketName = bucket, Key = key, UploadId = upload, PartNumber = number, FilePath = path, FilePosition = at, PartSize = length,
            MD5Digest = Convert.ToBase64String(md5), UseChunkEncoding = false, DisablePayloadSigning = encrypted,
        };
        var answer = await calls.AskAsync(limit => client.UploadPartAsync(request, limit), length, ct);
        Md5.Hold(md5, answer.ETag, answer.ServerSideEncryptionMethod);
        return new PartETag(number, answer.ETag);
    }

    private async Task ForgetAsync(string upload)
    {
        try
        {
            await calls.AskAsync(limit => client.AbortMultipartUploadAsync(bucket, key, upload, limit), 0, CancellationToken.None);
        }
        catch (MediaStoreAwayException)
        {
            // The daily sweep drops it.
        }
    }
}
