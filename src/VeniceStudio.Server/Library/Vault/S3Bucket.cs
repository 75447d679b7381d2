using System.Net;
using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>
/// One bucket, called. Amazon's client is touched from here on only, so that its assemblies are loaded by studios alone that keep media
/// there. Every failure comes out as a <see cref="MediaStoreAwayException"/>.
/// </summary>
/// <remarks>
/// Checksums are MD5, the one kind that every store holds bytes against on arrival: the newer ones are unknown to many. It guards
/// against damage on the way; what a file is, its SHA-256 in the row says.
/// </remarks>
internal sealed class S3Bucket : IDisposable
{
    private const string Sha256 = "sha256";

    private readonly S3Options _options;
    private readonly S3Calls _calls;
    private readonly AmazonS3Client _client;
    private readonly bool _encrypted;

    /// <summary>Bytes; larger files go in parts, so that a torn line costs one of them.</summary>
    internal long MostInOnePut { get; set; } = 64 * 1024 * 1024;

    /// <summary>Bytes. A file has ten thousand parts at most, so this takes 160 GB, ten times the largest that the studio takes.</summary>
    internal long PartBytes { get; set; } = 16 * 1024 * 1024;

    public S3Bucket(S3Options options)
    {
        _options = options;
        _calls = new S3Calls(options);
        _encrypted = options.Endpoint?.Scheme != "http";
        var config = new AmazonS3Config
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            Timeout = TimeSpan.FromMinutes(15),
            // Work that fails is work that is tried again later: here only a connection that broke is worth a second go.
            MaxErrorRetry = 1,
            IgnoreConfiguredEndpointUrls = true,
            // Otherwise the client adds checksums of its own, which many stores refuse.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = options.Region;
            config.ForcePathStyle = true;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }
        _client = new AmazonS3Client(new BasicAWSCredentials(options.AccessKeyId, options.SecretAccessKey), config);
    }

    /// <summary>Stores a file and looks at what lies there afterwards; returns only when that is the file.</summary>
    public async Task PutAsync(string key, string path, string sha256, CancellationToken ct)
    {
        var length = new FileInfo(path).Length;
        if (length > MostInOnePut) await new S3Parts(_client, _calls, _options.Bucket, key, _encrypted, PartBytes).SendAsync(path, length, sha256, ct);
        else
        {
            await using var content = File.OpenRead(path);
            await PutAsync(key, content, sha256, ct);
        }
        // A success that was only claimed must not cost the copy at Venice.
        if (await FindAsync(key, ct) is not { } found || found.Bytes != length || (found.Sha256 ?? sha256) != sha256)
            throw new MediaStoreAwayException("The S3 store took a file and does not hold it whole. It is sent again; ask whoever runs the store if this stays.");
    }

    /// <summary>Stores what fits into one call.</summary>
    /// <param name="key">Its name, prefix included.</param>
    /// <param name="content">Can be read twice.</param>
    /// <param name="sha256">Written beside it; null for what needs none.</param>
    /// <param name="ct">Ends the call.</param>
    public async Task PutAsync(string key, Stream content, string? sha256, CancellationToken ct)
    {
        var md5 = await Md5.OfAsync(content, content.Length, ct);
        var request = new PutObjectRequest
        {
            BucketName = _options.Bucket, Key = key, InputStream = content, AutoCloseStream = false,
            MD5Digest = Convert.ToBase64String(md5), UseChunkEncoding = false, DisablePayloadSigning = _encrypted,
        };
        if (sha256 is not null) request.Metadata[Sha256] = sha256;
        var answer = await _calls.AskAsync(limit => _client.PutObjectAsync(request, limit), content.Length, ct);
        Md5.Hold(md5, answer.ETag, answer.ServerSideEncryptionMethod);
    }

    /// <summary>What lies under a name; null when nothing does.</summary>
    public async Task<StoredObject?> FindAsync(string key, CancellationToken ct)
    {
        try
        {
            var found = await _calls.AskAsync(limit => _client.GetObjectMetadataAsync(_options.Bucket, key, limit), 0, ct);
            return new StoredObject(key, found.ContentLength, found.LastModified, found.Metadata[Sha256]);
        }
        catch (MediaStoreAwayException e) when (S3Calls.IsMissing(e))
        {
            return null;
        }
    }

    /// <summary>Opens an object, or a stretch of it; null when it is not there.</summary>
    public async Task<ObjectBody?> OpenAsync(string key, (long From, long Length)? stretch, CancellationToken ct)
    {
        var request = new GetObjectRequest { BucketName = _options.Bucket, Key = key };
        if (stretch is { } part) request.ByteRange = new Amazon.S3.Model.ByteRange(part.From, part.From + part.Length - 1);
        try
        {
            var answer = await _calls.AskAsync(limit => _client.GetObjectAsync(request, limit), 0, ct);
            return new ObjectBody(answer.ResponseStream, answer.ContentLength, answer.Metadata[Sha256], answer);
        }
        catch (MediaStoreAwayException e) when (S3Calls.IsMissing(e))
        {
            return null;
        }
    }

    public Task DeleteAsync(string key, CancellationToken ct) => _calls.AskAsync(limit => _client.DeleteObjectAsync(_options.Bucket, key, limit), 0, ct);

    /// <summary>Everything below a prefix, in pages of a thousand.</summary>
    public async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = _options.Bucket, Prefix = prefix };
        while (true)
        {
            var page = await _calls.AskAsync(limit => _client.ListObjectsV2Async(request, limit), 0, ct);
            foreach (var one in page.S3Objects ?? []) yield return new StoredObject(one.Key, one.Size ?? 0, one.LastModified, null);
            if (page.IsTruncated != true) yield break;
            request.ContinuationToken = page.NextContinuationToken;
        }
    }

    /// <summary>Drops parts of files that were never finished, a thousand at most.</summary>
    public async Task ForgetPartsAsync(DateTimeOffset before, CancellationToken ct)
    {
        var request = new ListMultipartUploadsRequest { BucketName = _options.Bucket, Prefix = _options.Prefix };
        try
        {
            var page = await _calls.AskAsync(limit => _client.ListMultipartUploadsAsync(request, limit), 0, ct);
            foreach (var upload in page.MultipartUploads ?? [])
            {
                if (upload.Initiated is { } at && at.ToUniversalTime() < before.UtcDateTime)
                    await _calls.AskAsync(limit => _client.AbortMultipartUploadAsync(_options.Bucket, upload.Key, upload.UploadId, limit), 0, ct);
            }
        }
        catch (MediaStoreAwayException e) when (e.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotImplemented or HttpStatusCode.MethodNotAllowed })
        {
            // A store that cannot list them has a rule of its own for what was broken off.
        }
    }

    public void Dispose() => _client.Dispose();
}
