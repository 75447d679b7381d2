using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>Makes calls that end in time, and puts their failures in words.</summary>
internal sealed class S3Calls(S3Options options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A slower line is taken for a dead one.</summary>
    private const double SlowestBytesPerSecond = 100_000;

    /// <param name="call">The call, ended by the token that it is given.</param>
    /// <param name="bytes">How much it sends.</param>
    /// <param name="ct">Ends it earlier.</param>
    /// <exception cref="MediaStoreAwayException">It failed; the message says what to do.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> call, long bytes, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience + TimeSpan.FromSeconds(bytes / SlowestBytesPerSecond));
        try
        {
            return await call(limit.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && IsItsFailure(e))
        {
            throw new MediaStoreAwayException(SentenceFor(e), e);
        }
    }

    /// <summary>The object is not there; the bucket is.</summary>
    public static bool IsMissing(MediaStoreAwayException e) =>
        e.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" };

    /// <summary>The studio's own disk fails with IOExceptions too: those are not the store's.</summary>
    private static bool IsItsFailure(Exception e) =>
        e is AmazonServiceException or AmazonClientException or HttpRequestException or HttpIOException or OperationCanceledException or TimeoutException
        || e is IOException { InnerException: SocketException };

    private string SentenceFor(Exception e) => e switch
    {
        AmazonS3Exception { ErrorCode: "NoSuchBucket" } => $"There is no bucket {options.Bucket} in the S3 store. Make it, or set S3_BUCKET to one that is there.",
        AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } =>
            "The S3 store refuses the studio's key. Check S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, and that the key may read, write, list and delete in the bucket.",
        AmazonS3Exception { ErrorCode: "BadDigest" } => "A file was damaged on its way to the S3 store. It is sent again.",
        _ => MediaStoreAwayException.Usual,
    };
}
