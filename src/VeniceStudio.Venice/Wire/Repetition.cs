using Polly;
using Polly.Retry;

namespace VeniceStudio.Venice.Wire;

/// <summary>
/// When a call is said again. Three tries and short waits: whoever has longer to wait (a reset beyond
/// <see cref="LongestWait"/>) is told the moment and keeps it in a row instead of a sleeping task.
/// </summary>
internal static class Repetition
{
    private const int Repeats = 2;

    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>
    /// For calls that cost nothing: refusals for lack of room, failures, no connection. Not timeouts: the caller waited enough.
    /// </summary>
    public static ResiliencePipeline OfAsking(TimeProvider time) => Of(time, e => e is
    {
        Kind: VeniceErrorKind.RateLimited or VeniceErrorKind.AtCapacity or VeniceErrorKind.Failed or VeniceErrorKind.Unreachable,
    });

    /// <summary>For calls that cost: only when Venice said no outright. Every other failure may hide a purchase.</summary>
    public static ResiliencePipeline OfBuying(TimeProvider time) => Of(time, e => e is
    {
        Status: 429, MayHaveBought: false, Kind: VeniceErrorKind.RateLimited or VeniceErrorKind.AtCapacity,
    });

    private static ResiliencePipeline Of(TimeProvider time, Func<VeniceException, bool> isWorthIt) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Repeats,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = LongestWait,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is VeniceException e && isWorthIt(e) && !(e.RetryAt - time.GetUtcNow() > LongestWait)),
                DelayGenerator = arguments => ValueTask.FromResult(Named(arguments.Outcome.Exception, time)),
            })
            .Build();

    /// <summary>The wait that Venice named, with a little on top so that many callers do not return in one instant.</summary>
    private static TimeSpan? Named(Exception? exception, TimeProvider time) =>
        exception is VeniceException { RetryAt: { } moment } && moment > time.GetUtcNow()
            ? moment - time.GetUtcNow() + TimeSpan.FromMilliseconds(Random.Shared.Next(500))
            : null;
}
