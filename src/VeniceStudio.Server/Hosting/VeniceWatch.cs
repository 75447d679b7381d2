using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Asks Venice now and then how things stand, so that browsers need not: the balance every few minutes, the key's limits at the
/// start and hourly, and while Venice is down, whether it is back. What it hears goes to <see cref="VeniceStanding"/>.
/// </summary>
public sealed class VeniceWatch(
    VeniceLink venice, VeniceStanding standing, Pacer pacer, StudioDb db, WorkBell bell, IStudioEvents events, TimeProvider time, ILogger<VeniceWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BalanceAge = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LimitsAge = TimeSpan.FromHours(1);
    private DateTimeOffset _balanceAt = DateTimeOffset.MinValue;
    private DateTimeOffset _limitsAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <summary>Does what is due now.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        try
        {
            if (standing.PausedUntil is { } paused)
            {
                if (now < paused) return;
                await AskLimitsAsync(ct);
                bell.Ring();
                return;
            }
            if (now - _limitsAt >= LimitsAge)
            {
                _limitsAt = now;
                await AskLimitsAsync(ct);
                await CloseForgottenAsync(ct);
            }
            if (now - _balanceAt >= BalanceAge)
            {
                _balanceAt = now;
                standing.Learned(await (await venice.ClientAsync(ct)).Account.BalanceAsync(ct));
                events.Publish(new Changed("venice"));
            }
        }
        catch (VeniceException)
        {
            // Heard and logged already; the next look comes soon enough.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Looking after Venice failed; it is tried again.");
        }
    }

    private async Task AskLimitsAsync(CancellationToken ct)
    {
        var limits = await (await venice.ClientAsync(ct)).Account.RateLimitsAsync(ct);
        // The route or a model of pictures; many models that make video have the word in their names too. The least of them holds for all.
        var pictures = limits.Limits.Where(limit => limit is { Type: "RPM", Amount: > 0, ModelId: { } id }
            && id.Contains("image", StringComparison.OrdinalIgnoreCase) && !id.Contains("video", StringComparison.OrdinalIgnoreCase)).ToList();
        if (pictures.Count > 0) pacer.Allow(Paced.Image, (int)pictures.Min(limit => limit.Amount));
        foreach (var limit in limits.Limits.Where(limit => limit.Type == "RPM" && limit.ModelId is not null))
        {
            if (limit.ModelId!.Contains("audio", StringComparison.OrdinalIgnoreCase)) pacer.Allow(Paced.Audio, (int)limit.Amount);
            if (!limit.ModelId.Contains("video", StringComparison.OrdinalIgnoreCase)) continue;
            if (limit.ModelId.Contains("queue", StringComparison.OrdinalIgnoreCase)) pacer.Allow(Paced.Queue, (int)limit.Amount);
            if (limit.ModelId.Contains("retrieve", StringComparison.OrdinalIgnoreCase)) pacer.Allow(Paced.Retrieve, (int)limit.Amount);
        }
    }

    private async Task CloseForgottenAsync(CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await ChatPurse.CloseForgottenAsync(session);
        await session.CommitAsync();
    }
}
