using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace VeniceStudio.Simulator.Wire;

/// <summary>The refusals that any route can give, in the shapes that Venice uses.</summary>
internal static class Refusals
{
    public static Refusal WrongKey { get; } = Refusal.Plain(401, "Authentication failed");
    public static Refusal NoBalance { get; } = Refusal.Plain(402,
        "Insufficient USD or Diem balance to complete request. Visit the billing page to add credits.");
    public static Refusal SpendLimit { get; } =
        new(402, new JsonObject { ["error"] = "This API key has reached its USD spend limit for the current epoch.",
            ["code"] = "API_KEY_USD_SPEND_LIMIT_EXCEEDED" });
    public static Refusal Region { get; } = Refusal.Plain(403, "This model is not available in your region.");
    public static Refusal NoModel { get; } = Refusal.Plain(404, "Specified model not found");
    public static Refusal MediaGone { get; } = Refusal.Plain(404, "Media could not be found. Request may be invalid, expired, or deleted.");
    public static Refusal Retired { get; } = Refusal.Plain(410, "This model has been retired and has no replacement.");
    public static Refusal TooLarge { get; } = new(413, new JsonObject { ["code"] = "PAYLOAD_TOO_LARGE",
        ["error"] = "The request body is too large." });
    public static Refusal WrongMediaType { get; } = Refusal.Plain(415, "The Content-Type of this request is not supported.");
    public static Refusal Failed { get; } = Refusal.Plain(500, "Inference processing failed");
    public static Refusal AtCapacity { get; } = Refusal.Plain(503, "The model is at capacity. Please try again later.");
    public static Refusal Offline { get; } = new(503,
        new JsonObject { ["error"] = "The model is currently offline. Please try again later.", ["code"] = "MODEL_OFFLINE" });
    public static Refusal TimedOut { get; } = Refusal.Plain(504, "The request took too long to process.");
    public static Refusal Abuse { get; } = Refusal.Plain(429,
        "Too many failed attempts (> 20). Please wait 30 seconds before trying again.");

    /// <summary>Too many requests; <paramref name="reset"/> is when the window opens again, null to leave the client guessing.</summary>
    public static Refusal RateLimited(DateTimeOffset? reset, DateTimeOffset now) => reset is not { } at
        ? Refusal.Plain(429, "Rate limit exceeded")
        : new(429, new JsonObject { ["error"] = "Rate limit exceeded" },
            ("x-ratelimit-remaining-requests", "0"), ("x-ratelimit-reset-requests", Text(at.ToUnixTimeSeconds())),
            ("x-ratelimit-type", "api_key"),
            ("Retry-After", Text((long)Math.Max(0, Math.Ceiling((at - now).TotalSeconds)))));

    /// <summary>Asked without any key: the offer to pay by wallet.</summary>
    public static Refusal NoKey(string url)
    {
        var offer = new JsonObject
        {
            ["x402Version"] = 2, ["error"] = "Payment required",
            ["resource"] = new JsonObject { ["url"] = url, ["description"] = "Venice API (simulated)", ["mimeType"] = "application/json" },
            ["accepts"] = new JsonArray(new JsonObject
            {
                ["scheme"] = "exact", ["network"] = "eip155:8453", ["amount"] = "5000000",
                ["asset"] = "0x0000000000000000000000000000000000000000",
                ["payTo"] = "0x0000000000000000000000000000000000000000", ["maxTimeoutSeconds"] = 300,
            }),
            ["authOptions"] = new JsonObject
            {
                ["apiKey"] = new JsonObject { ["header"] = "Authorization: Bearer <key>", ["getKey"] = "https://venice.ai/settings/api",
                    ["docs"] = "https://docs.venice.ai" },
                ["x402Wallet"] = new JsonObject { ["header"] = "SIGN-IN-WITH-X" },
            },
        };
        return new Refusal(402, offer, ("PAYMENT-REQUIRED", Convert.ToBase64String(Encoding.UTF8.GetBytes(offer.ToJsonString()))));
    }

    /// <summary>A wallet without money; the studio uses no wallet but must survive the answer.</summary>
    public static Refusal Wallet { get; } = new(402, new JsonObject
    {
        ["error"] = "Payment required", ["code"] = "PAYMENT_REQUIRED", ["reason"] = "insufficient_balance",
        ["message"] = "Insufficient x402 balance",
        ["currentBalanceUsd"] = 0.01, ["minimumBalanceUsd"] = 0.1, ["suggestedTopUpUsd"] = 10, ["minimumTopUpUsd"] = 5,
        ["supportedTokens"] = new JsonArray("USDC"), ["supportedChains"] = new JsonArray("base"),
        ["topUpInstructions"] = "Sign a top-up and send the request again.",
        ["siwxChallenge"] = new JsonObject { ["nonce"] = "0000" },
    });

    /// <summary>The prompt was refused before anything was charged.</summary>
    public static Refusal Content(string? suggestion)
    {
        var body = new JsonObject { ["error"] = "Your prompt violates the content policy of Venice.ai or the model provider" };
        if (suggestion is not null) body["suggested_prompt"] = suggestion;
        return new Refusal(422, body);
    }

    /// <summary>The provider refused; says whether the price came back.</summary>
    public static Refusal Provider(bool refunded, string? recommended, bool flat)
    {
        const string text = "The model provider refused this request because of its content policy.";
        if (flat) return new Refusal(422, new JsonObject { ["error"] = text, ["credits_refunded"] = refunded });
        var error = new JsonObject { ["message"] = text, ["type"] = "provider_content_policy", ["credits_refunded"] = refunded };
        if (recommended is not null) error["recommended_model"] = recommended;
        return new Refusal(422, new JsonObject { ["error"] = error });
    }

    /// <summary>Faces need somebody's word first. Nothing is charged.</summary>
    public static Refusal Consent(IEnumerable<string> roles) => new(409, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = "needs_consent",
            ["message"] = "This request contains media with faces and needs your attestation before it can run." },
        ["consent_flow"] = "seedance",
        ["face_media_roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]),
        ["consent"] = new JsonObject
        {
            ["consent_version"] = "v2.0",
            ["policy_text"] = "Simulated policy. By going on you state that you accept the terms, that you hold the rights to the likeness of every person shown, and that you know the media are screened.",
        },
        ["docs_url"] = "https://docs.venice.ai/guides/media/seedance-face-consent",
    });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
