using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>
/// From status and code to a kind. The status decides; a code, where Venice sends one, makes it finer. Words of a message
/// only ever make a refusal finer, never turn it into something that is repeated or paid.
/// </summary>
internal static class ErrorKinds
{
    public static VeniceErrorKind Of(int status, ErrorBody body, Call call) => status switch
    {
        // A one-time link knows no key: what it forbids says nothing about the account.
        401 or 402 or 403 when call.ToSharedLink => VeniceErrorKind.Forbidden,
        404 or 410 when call.ToSharedLink => VeniceErrorKind.NotFound,
        400 or 403 or 429 or 503 when SaysBlocked(body) => VeniceErrorKind.AbuseBlocked,
        400 when body.Code is "REQUEST_ID_NOT_FOUND" or "MEDIA_NOT_FOUND" => VeniceErrorKind.NotFound,
        401 when body.Code is "PRO_ONLY_MODEL" || Says(body, "pro-only", "pro only", "pro user", "pro account", "pro subscri")
            => VeniceErrorKind.Forbidden,
        401 => VeniceErrorKind.KeyRejected,
        402 => Unpaid(body, call),
        403 when Says(body, "region", "country") => VeniceErrorKind.RegionBlocked,
        403 => VeniceErrorKind.Forbidden,
        404 => VeniceErrorKind.NotFound,
        408 => VeniceErrorKind.TimedOut,
        409 when body.Consent is not null || body.Code is "needs_consent" => VeniceErrorKind.NeedsConsent,
        410 => VeniceErrorKind.Retired,
        413 => VeniceErrorKind.TooLarge,
        415 => VeniceErrorKind.WrongMediaType,
        422 when IsAboutShape(body.Code) => VeniceErrorKind.BadRequest,
        422 when call.Route == Routes.Transcriptions => VeniceErrorKind.NothingHeard,
        422 => VeniceErrorKind.Refused,
        429 when body.Code is "MODEL_OVERLOADED" => VeniceErrorKind.AtCapacity,
        429 => VeniceErrorKind.RateLimited,
        503 => VeniceErrorKind.AtCapacity,
        504 or 522 or 524 => VeniceErrorKind.TimedOut,
        >= 500 => VeniceErrorKind.Failed,
        >= 400 => VeniceErrorKind.BadRequest,
        _ => VeniceErrorKind.Unreadable,
    };

    /// <summary>An answer of 402 has three meanings, and only one of them is an empty purse.</summary>
    private static VeniceErrorKind Unpaid(ErrorBody body, Call call)
    {
        if (call.Key is null || body.OffersToPay) return VeniceErrorKind.NoKey;

        return body.Code is "API_KEY_DIEM_SPEND_LIMIT_EXCEEDED" or "API_KEY_USD_SPEND_LIMIT_EXCEEDED"
            || Says(body, "spend limit", "spending limit", "spend cap")
                ? VeniceErrorKind.KeySpendLimit
                : VeniceErrorKind.NoBalance;
    }

    private static bool IsAboutShape(string? code) => code is "VIDEO_DURATION_TOO_LONG" or "VIDEO_DURATION_TOO_SHORT"
        or "IMAGE_TOO_LARGE" or "IMAGE_TOO_SMALL" or "IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS" or "ASR_UPSTREAM_VALIDATION_FAILED";

    // Neither the status nor the shape of this answer is documented, only that it speaks of failed attempts.
    private static bool SaysBlocked(ErrorBody body) => Says(body, "failed attempts", "too many failed");

    private static bool Says(ErrorBody body, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (body.Text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true) return true;
        }

        return false;
    }
}
