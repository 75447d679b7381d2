namespace VeniceStudio.Venice.Wire;

/// <summary>Headers of an answer, each in its own unit: request resets are moments, token resets are seconds.</summary>
internal static class ReplyHeaders
{
    // A reset further away than the longest window Venice has (a day) is a slip of a unit and would park work for years.
    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(25);

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault(value => value.Length > 0) : null;

    public static string? RequestId(this HttpResponseMessage response) => response.Header("CF-RAY");

    public static int? RequestsRemaining(this HttpResponseMessage response) =>
        LenientJson.ToNumber(response.Header("x-ratelimit-remaining-requests")) is >= 0 and <= int.MaxValue and var left ? (int)left : null;

    /// <summary>When the window of requests starts anew.</summary>
    public static DateTimeOffset? RequestsResetAt(this HttpResponseMessage response, DateTimeOffset now) =>
        LenientJson.ToNumber(response.Header("x-ratelimit-reset-requests")) switch
        {
            // Unix milliseconds, by their size: in seconds this would be the year 5138.
            > 100_000_000_000 and < 100_000_000_000_000 and var milliseconds =>
                Sane(DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds), now),
            >= 0 and <= 100_000_000_000 and var seconds => Sane(DateTimeOffset.FromUnixTimeSeconds((long)decimal.Ceiling(seconds)), now),
            _ => null,
        };

    /// <summary>The latest moment that any header asks to wait for.</summary>
    public static DateTimeOffset? RetryAt(this HttpResponseMessage response, DateTimeOffset now)
    {
        var named = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => Sane(now + delta, now),
            { Date: { } date } => Sane(date, now),
            _ => null,
        };
        var window = TokensAreSpent(response) ? TokensResetAt(response, now) : response.RequestsResetAt(now);
        return named > window ? named : window ?? named;
    }

    private static bool TokensAreSpent(HttpResponseMessage response) =>
        LenientJson.ToNumber(response.Header("x-ratelimit-remaining-tokens")) is <= 0 && response.RequestsRemaining() is not 0;

    private static DateTimeOffset? TokensResetAt(HttpResponseMessage response, DateTimeOffset now) =>
        LenientJson.ToNumber(response.Header("x-ratelimit-reset-tokens")) is >= 0 and < 1_000_000 and var seconds
            ? Sane(now + TimeSpan.FromSeconds((double)seconds), now)
            : null;

    private static DateTimeOffset? Sane(DateTimeOffset moment, DateTimeOffset now) =>
        moment - now > LongestWindow ? null : moment.ToUniversalTime();
}
