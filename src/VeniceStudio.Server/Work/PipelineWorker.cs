using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Work;

/// <summary>
/// The one loop that drives every pipeline. Several steps run at once; each holds its row by a lease that is renewed while it
/// works, so a row of a process that died is taken over when the lease ends. A row whose holders keep dying is ended with a sentence.
/// </summary>
public sealed class PipelineWorker<TRow>(
    IPipeline<TRow> pipeline, WorkBell bell, TimeProvider time, WorkOptions options, ILogger<PipelineWorker<TRow>> log) : BackgroundService
    where TRow : class, IWorkRow
{
    private readonly SemaphoreSlim _hands = new(options.Hands, options.Hands);
    // Rung by every step that ends: its row may be due again at once, and a look made while it was held knew only when its hold would end.
    private readonly WorkBell _ended = new();
    private readonly WorkClaim _claim = new($"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}", options.Lease);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new HashSet<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (ring, ended) = (bell.NextRing, _ended.NextRing);
                await _hands.WaitAsync(stoppingToken);
                if (await pipeline.ClaimAsync(_claim, stoppingToken) is { } row)
                {
                    running.RemoveWhere(step => step.IsCompleted);
                    running.Add(TakeAsync(row, stoppingToken));
                    continue;
                }
                _hands.Release();
                await WaitAsync(Task.WhenAny(ring, ended), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                // The database is away for a moment, perhaps: rows wait, and so does the loop.
                log.LogError(e, "The work loop stumbled and tries again.");
                await Task.Delay(options.LongestLook, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        await Task.WhenAll(running);
    }

    /// <summary>Does everything that is due now, one row after another, and says how many steps it took. For tests.</summary>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var steps = 0;
        while (await pipeline.ClaimAsync(_claim, ct) is { } row)
        {
            await StepAsync(row, ct);
            steps++;
        }
        return steps;
    }

    private async Task TakeAsync(TRow row, CancellationToken stopping)
    {
        try
        {
            await StepAsync(row, stopping);
        }
        finally
        {
            _hands.Release();
            _ended.Ring();
        }
    }

    private async Task StepAsync(TRow row, CancellationToken stopping)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewing = RenewAsync(row.Id, lost);
        try
        {
            if (row.LeasesLost > options.MostLeasesLost) await pipeline.GiveUpAsync(row, _claim, lost.Token);
            else await pipeline.StepAsync(row, _claim, lost.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            // Shutting down, or taken over: the row says where to go on.
        }
        catch (Exception e)
        {
            log.LogError(e, "A step of {Row} {Id} failed; it is tried again when its lease ends.", typeof(TRow).Name, row.Id);
        }
        finally
        {
            await lost.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewAsync(Guid id, CancellationTokenSource lost)
    {
        using var timer = new PeriodicTimer(options.Lease / 4, time);
        try
        {
            while (await timer.WaitForNextTickAsync(lost.Token))
            {
                if (await pipeline.RenewAsync(id, _claim, lost.Token)) continue;
                await lost.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The step is over.
        }
        catch (Exception e)
        {
            log.LogWarning(e, "A lease could not be renewed.");
        }
    }

    private async Task WaitAsync(Task ring, CancellationToken ct)
    {
        var due = await pipeline.NextDueAsync(ct);
        var wait = due is { } at ? at - time.GetUtcNow() : options.LongestLook;
        if (wait > options.LongestLook) wait = options.LongestLook;
        // At least a moment: a row that is due but held by another process must not make this loop spin.
        if (wait < options.ShortestLook) wait = options.ShortestLook;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var woken = await Task.WhenAny(ring, Task.Delay(wait, time, over.Token));
        await over.CancelAsync();
        await woken.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
