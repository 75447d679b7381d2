using System.Net;
using System.Text.Json;

namespace VeniceStudio.Server.Making;

/// <summary>The studio's no: the message is its sentence.</summary>
/// <param name="status">As HTTP has it.</param>
/// <param name="type">The studio's word for it.</param>
/// <param name="sentence">For people.</param>
/// <param name="wait">How long to wait before asking again; null when it did not say.</param>
internal sealed class RefusalException(HttpStatusCode status, string type, string sentence, TimeSpan? wait) : Exception(sentence)
{
    /// <summary>Somebody, or this very program a moment ago, changed what the call rested on: look again.</summary>
    private static readonly string[] Overtaken = ["stale", "price-changed", "nothing-to-draw", "nothing-to-render", "still-running"];

    public HttpStatusCode Status => status;

    public string Type => type;

    public TimeSpan? Wait => wait;

    public bool IsOvertaken => Overtaken.Contains(type);

    /// <summary>Passes by itself: too many calls, Venice or the studio away for a moment.</summary>
    public bool MayPass => status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    public static async Task<RefusalException> OfAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var (type, sentence) = ("", $"The studio answered {(int)answer.StatusCode}, without saying why. Look into its log.");
        try
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(ct));
            if (problem.TryGetProperty("type", out var word)) type = word.GetString() ?? "";
            if (problem.TryGetProperty("detail", out var detail) && detail.GetString() is { Length: > 0 } said) sentence = said;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Something in front of the studio answered, a proxy perhaps.
        }
        return new RefusalException(answer.StatusCode, type, sentence, answer.Headers.RetryAfter?.Delta);
    }
}
