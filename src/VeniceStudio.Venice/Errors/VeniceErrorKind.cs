namespace VeniceStudio.Venice;

/// <summary>Why a call to Venice failed, in the terms of what to do about it.</summary>
public enum VeniceErrorKind
{
    /// <summary>A field is missing, unknown or has a value that this model does not take.</summary>
    BadRequest,

    /// <summary>No key reached Venice (it answers 402 to that, not 401).</summary>
    NoKey,

    /// <summary>The key is wrong, expired or inactive.</summary>
    KeyRejected,

    /// <summary>The account has no money left.</summary>
    NoBalance,

    /// <summary>The key's own spending cap is reached; the account may still have money.</summary>
    KeySpendLimit,

    /// <summary>The account may not use this: a Pro-only model, API access switched off.</summary>
    Forbidden,

    /// <summary>The model is not offered where the server stands.</summary>
    RegionBlocked,

    /// <summary>A person must agree to a policy first; see <see cref="VeniceException.Consent"/>.</summary>
    NeedsConsent,

    /// <summary>Venice does not have it, or no longer.</summary>
    NotFound,

    /// <summary>The request is bigger than Venice takes.</summary>
    TooLarge,

    /// <summary>A file of a type that Venice does not read.</summary>
    WrongMediaType,

    /// <summary>The content policy of Venice or of a provider refused the prompt, a picture or the result.</summary>
    Refused,

    /// <summary>A sound to be transcribed is silent or has no words.</summary>
    NothingHeard,

    /// <summary>Too many requests; see <see cref="VeniceException.RetryAt"/>.</summary>
    RateLimited,

    /// <summary>Too many failed requests: Venice ignores the key for half a minute.</summary>
    AbuseBlocked,

    /// <summary>The model is full or offline for now.</summary>
    AtCapacity,

    /// <summary>The model was withdrawn.</summary>
    Retired,

    /// <summary>Venice failed inside.</summary>
    Failed,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>No connection, or it broke before an answer began.</summary>
    Unreachable,

    /// <summary>A stream broke off or fell silent half-way.</summary>
    TornDownload,

    /// <summary>An answer that makes no sense where it came.</summary>
    Unreadable,
}
