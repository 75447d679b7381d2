using System.Text;

namespace VeniceStudio.Venice;

/// <summary>Where Venice is and how long this client waits for it.</summary>
public sealed record VeniceOptions
{
    /// <summary>The root that routes are appended to. It may carry a path and may end in a slash.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.venice.ai/api/v1");

    /// <summary>The account's key, or null to call without one (the model lists and quotes answer even so).</summary>
    public string? ApiKey { get; init; }

    /// <summary>How long one try of a call that only asks may take, body included.</summary>
    public TimeSpan AskTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one try of a call that costs money may take. Longer: giving up early leaves a purchase in doubt.</summary>
    public TimeSpan BuyTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long a stream (a video, a chat) may stay silent between two reads.</summary>
    public TimeSpan DownloadIdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    // A record prints all it holds, and options end up in logs: the key must not.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(nameof(BaseUrl)).Append(" = ").Append(BaseUrl).Append(ApiKey is null ? ", without key" : ", with key");
        return true;
    }
}
