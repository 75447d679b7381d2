using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>Makes the one exception out of everything that can go wrong.</summary>
internal static class Fault
{
    // Venice's abuse guard lasts thirty seconds; it names no moment itself.
    private static readonly TimeSpan AbuseBlock = TimeSpan.FromSeconds(30);

    /// <summary>Venice answered, and not with a success.</summary>
    public static VeniceException Refused(Call call, HttpResponseMessage response, ReadOnlyMemory<byte> bytes, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var body = ErrorBody.Read(bytes);
        var kind = ErrorKinds.Of(status, body, call);
        // A 4xx is a no. Everything else (a redirect, a failure, a request that "timed out") may hide a yes.
        var isNo = status is >= 400 and < 500 and not 408;
        return Told(call, kind, body, call.Buys && !isNo, now, response);
    }

    /// <summary>Venice said yes in a form that nobody understands.</summary>
    public static VeniceException Unreadable(Call call, HttpResponseMessage response, ReadOnlyMemory<byte> bytes, DateTimeOffset now) =>
        Told(call, VeniceErrorKind.Unreadable, ErrorBody.Read(bytes), call.Buys, now, response);

    /// <summary>An error that came inside a stream which had begun well.</summary>
    public static VeniceException InStream(Call call, HttpResponseMessage response, JsonElement frame, DateTimeOffset now) =>
        Told(call, VeniceErrorKind.Failed, ErrorBody.Read(frame), call.Buys, now, response);

    /// <summary>Venice did not answer, or not to the end.</summary>
    /// <param name="begun">Bytes of the order went out.</param>
    public static VeniceException Silent(
        Call call, VeniceErrorKind kind, bool begun, DateTimeOffset now, HttpResponseMessage? response, Exception cause) =>
        Told(call, kind, new ErrorBody(), call.Buys && begun, now, response, cause);

    /// <summary>A stream that ended too soon.</summary>
    /// <param name="call">What was asked.</param>
    /// <param name="silence">How long nothing came, or null when the connection broke.</param>
    /// <param name="cause">What the network said.</param>
    public static VeniceException Torn(Call call, TimeSpan? silence, Exception? cause)
    {
        var what = silence is { } time ? $"Venice sent nothing for {time.TotalSeconds:0} seconds in the middle of its answer."
            : "The connection to Venice broke in the middle of its answer.";
        var next = call.Buys ? "What came so far was charged; ask again if it is worth it." : "Nothing is lost yet: fetch it again.";
        return new VeniceException(VeniceErrorKind.TornDownload, $"{what} {next}", cause) { MayHaveBought = call.Buys };
    }

    private static VeniceException Told(
        Call call, VeniceErrorKind kind, ErrorBody body, bool mayHaveBought, DateTimeOffset now,
        HttpResponseMessage? response, Exception? cause = null)
    {
        var retryAt = response is not null && IsAboutTime(kind) ? response.RetryAt(now) : null;
        if (kind == VeniceErrorKind.AbuseBlocked) retryAt ??= now + AbuseBlock;
        body = body.Without(call.Key);
        return new VeniceException(kind, new Sentence(kind, body, call, retryAt - now, mayHaveBought).ToString(), cause)
        {
            Status = (int?)response?.StatusCode,
            VeniceText = body.Text,
            Field = body.Field,
            Allowed = body.Allowed,
            SuggestedPrompt = body.SuggestedPrompt,
            RecommendedModel = body.RecommendedModel,
            CreditsRefunded = body.CreditsRefunded,
            Consent = body.Consent,
            RetryAt = retryAt,
            RequestId = response?.RequestId(),
            MayHaveBought = mayHaveBought,
        };
    }

    private static bool IsAboutTime(VeniceErrorKind kind) => kind is VeniceErrorKind.RateLimited or VeniceErrorKind.AtCapacity
        or VeniceErrorKind.AbuseBlocked or VeniceErrorKind.Failed;
}
