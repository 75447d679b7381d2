using System.Collections.Concurrent;
using VeniceStudio.Server.Events;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// How the studio stands with Venice, heard from every exchange: whether it answers, whether it takes the key, the balance.
/// After <see cref="FailuresInARow"/> failures of the service itself, of whatever orders, submitting pauses; a probe asks now and
/// then, and the first good answer ends the pause. Collecting what is paid never pauses.
/// </summary>
public sealed class VeniceStanding(StudioOptions options, TimeProvider time, IStudioEvents events, ILogger<VeniceStanding> log) : IVeniceObserver
{
    public const int FailuresInARow = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private int _failures;
    private TimeSpan _pause = FirstPause;
    private DateTimeOffset? _pausedUntil;
    private VeniceKeyState _key = options.Rehearsal ? VeniceKeyState.Rehearsal : VeniceKeyState.Unknown;
    private long? _balance;
    private string? _currency = "USD";
    private DateTimeOffset? _checkedAt;

    /// <summary>Failed answers not yet counted by the pacer.</summary>
    public ConcurrentQueue<DateTimeOffset> Failures { get; } = new();

    /// <summary>When submitting may be tried again; null when Venice is well.</summary>
    public DateTimeOffset? PausedUntil
    {
        get { lock (_gate) return _pausedUntil; }
    }

    /// <summary>How long submitting is still paused; null when Venice is well.</summary>
    public TimeSpan? RetryAfter
    {
        get
        {
            lock (_gate) return _pausedUntil is { } until ? (until > time.GetUtcNow() ? until - time.GetUtcNow() : TimeSpan.Zero) : null;
        }
    }

    /// <summary>The dollars Venice last told of, micro-dollars.</summary>
    public long? Balance
    {
        get { lock (_gate) return _balance; }
    }

    public void Answered(VeniceAnswer answer)
    {
        if (answer.Error is not null)
        {
            if (log.IsEnabled(LogLevel.Warning))
            {
                log.LogWarning("Venice: {Route} answered {Status} ({Error}) after {Elapsed} ms, request {RequestId}",
                    answer.Route, answer.Status, answer.Error, (long)answer.Elapsed.TotalMilliseconds, answer.RequestId);
            }
        }
        if (answer.Status >= 400) Failures.Enqueue(time.GetUtcNow());
        bool changed;
        lock (_gate)
        {
            if (answer.BalanceMicroDollars is { } balance) _balance = balance;
            changed = NoteKey(answer) | NoteService(answer);
        }
        if (changed) events.Publish(new Changed("venice"));
    }

    public void Learned(VeniceBalance balance)
    {
        lock (_gate)
        {
            _balance = balance.UsdMicroDollars;
            _currency = balance.Currency;
            _checkedAt = time.GetUtcNow();
        }
    }

    public Task<VeniceStatusView> ViewAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var wait = _pausedUntil - time.GetUtcNow();
            var notice = _pausedUntil is not null
                ? "Venice does not answer at the moment. New clips wait and are sent by themselves when it is back; what is paid is still being collected."
                : _key == VeniceKeyState.Rejected ? "Venice does not accept the studio's key. The owner needs to set a working VENICE_API_KEY and restart." : null;
            return Task.FromResult(new VeniceStatusView(
                _key, _pausedUntil is null, notice, wait is { } left ? Math.Max(0, left.TotalSeconds) : null, _balance, _currency, _checkedAt));
        }
    }

    private bool NoteKey(VeniceAnswer answer)
    {
        if (options.Rehearsal) return false;
        var before = _key;
        if (answer.Error is VeniceErrorKind.KeyRejected or VeniceErrorKind.NoKey) _key = VeniceKeyState.Rejected;
        // Listing models needs no key, so its success proves nothing about it.
        else if (answer.Status is >= 200 and < 300 && !answer.Route.Contains("models", StringComparison.Ordinal)) _key = VeniceKeyState.Works;
        return _key != before;
    }

    private bool NoteService(VeniceAnswer answer)
    {
        var failed = answer.Error is VeniceErrorKind.Failed or VeniceErrorKind.TimedOut or VeniceErrorKind.Unreachable or VeniceErrorKind.AtCapacity;
        if (failed)
        {
            if (++_failures < FailuresInARow) return false;
            var wasPaused = _pausedUntil is not null;
            if (wasPaused && time.GetUtcNow() < _pausedUntil) return false;
            _pausedUntil = time.GetUtcNow() + _pause;
            _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            return true;
        }
        if (answer.Status is null) return false;
        _failures = 0;
        _pause = FirstPause;
        var recovered = _pausedUntil is not null;
        _pausedUntil = null;
        return recovered;
    }
}
