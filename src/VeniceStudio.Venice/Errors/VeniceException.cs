namespace VeniceStudio.Venice;

/// <summary>
/// A call that did not succeed. <see cref="Exception.Message"/> is written for the person who caused the call: what
/// happened, what it cost if that is known, what to do next. It holds no secret.
/// </summary>
public sealed class VeniceException(VeniceErrorKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to do about it, as a kind.</summary>
    public VeniceErrorKind Kind { get; } = kind;

    /// <summary>HTTP status, or null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Venice's own words, without secrets, at most 500 characters. Never decide by them.</summary>
    public string? VeniceText { get; init; }

    /// <summary>The field that Venice objects to, in wire spelling (<c>aspect_ratio</c>), nested with dots.</summary>
    public string? Field { get; init; }

    /// <summary>The values that Venice would take for <see cref="Field"/>; empty when it named none.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>A prompt that Venice would accept in place of the refused one.</summary>
    public string? SuggestedPrompt { get; init; }

    /// <summary>A model that Venice expects to accept what this one refused.</summary>
    public string? RecommendedModel { get; init; }

    /// <summary>Whether the price of a refused job came back; null when Venice did not say.</summary>
    public bool? CreditsRefunded { get; init; }

    /// <summary>What a person has to read and agree to, for <see cref="VeniceErrorKind.NeedsConsent"/>.</summary>
    public VeniceConsent? Consent { get; init; }

    /// <summary>Not before this moment, when Venice told.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The id (CF-RAY) that Venice's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The call bought something and Venice might have taken it: a 5xx, a timeout, a connection that broke after bytes
    /// went out, a 200 that cannot be read. Such an order must not be sent again by itself.
    /// </summary>
    public bool MayHaveBought { get; init; }

    /// <summary>
    /// The same call may succeed later and does no harm. Never true together with <see cref="MayHaveBought"/>, so that a
    /// caller who looks at this alone does not buy twice.
    /// </summary>
    public bool MayPass => !MayHaveBought && Kind
        is VeniceErrorKind.RateLimited or VeniceErrorKind.AbuseBlocked or VeniceErrorKind.AtCapacity
        or VeniceErrorKind.Failed or VeniceErrorKind.TimedOut or VeniceErrorKind.Unreachable
        or VeniceErrorKind.TornDownload or VeniceErrorKind.Unreadable;
}
