namespace VeniceStudio.Venice;

/// <summary>
/// Hears of every exchange with Venice: the source of logs, metrics and of what is known about balance and limits.
/// What it throws is swallowed, because a failing log must not lose a purchase that was just made.
/// </summary>
public interface IVeniceObserver
{
    /// <summary>Called once per try, on the thread of the call: return quickly.</summary>
    void Answered(VeniceAnswer answer);
}

/// <summary>One exchange, without its contents: no body, no address, no secret.</summary>
/// <param name="Route">Such as <c>POST video/queue</c>; one-time links are all called <c>GET shared link</c>.</param>
/// <param name="Status">HTTP status, or null when Venice did not answer.</param>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="Elapsed">From sending until the answer was read, or until a stream began.</param>
public sealed record VeniceAnswer(string Route, int? Status, VeniceErrorKind? Error, TimeSpan Elapsed)
{
    /// <summary>The dollars that the account had <b>before</b> this call was processed, in micro-dollars.</summary>
    public long? BalanceMicroDollars { get; init; }

    /// <summary>Requests left in the current window.</summary>
    public int? RequestsRemaining { get; init; }

    /// <summary>When the window of requests starts anew.</summary>
    public DateTimeOffset? RateResetsAt { get; init; }

    /// <summary>The model that really answered; another than asked for when Venice re-routed a retired one.</summary>
    public string? ModelId { get; init; }

    /// <summary>Venice's own words about the model's retirement, if it announced one.</summary>
    public string? Deprecation { get; init; }

    /// <summary>The id (CF-RAY) that Venice's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>Length of the request's body in bytes.</summary>
    public long SentBytes { get; init; }

    /// <summary>Length of the answer's body in bytes: what was read, or what a stream announced, or null.</summary>
    public long? ReceivedBytes { get; init; }
}
