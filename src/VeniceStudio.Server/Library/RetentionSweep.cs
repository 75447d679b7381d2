namespace VeniceStudio.Server.Library;

/// <summary>How many days finished clips are kept; null keeps them for good.</summary>
public delegate Task<int?> KeepClipsDays(CancellationToken ct);

/// <summary>Once a day: clears away leftovers, and clips older than the owner wants them kept.</summary>
public sealed partial class RetentionSweep(
    Sweep sweep, Reclaim reclaim, ResumableUploads uploads, Tracks.WaveformShelf waveforms, Films.FilmSweep films, KeepClipsDays keep, TimeProvider time, ILogger<RetentionSweep> log) : BackgroundService
{
    /// <summary>A start has better things to do than to walk through the library.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            using var daily = new PeriodicTimer(TimeSpan.FromDays(1), time);
            do await RunAsync(stoppingToken);
            while (await daily.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The studio closes.
        }
    }

    /// <summary>One round. A failing round is logged and the next day's comes anyway.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        try
        {
            var left = sweep.Temporary() + await sweep.OrphansAsync(ct) + await sweep.ObjectsAsync(ct) + await uploads.SweepAsync(ct) + await waveforms.SweepAsync(ct) + await films.RunAsync(ct);
            var expired = await keep(ct) is { } days and > 0 ? await reclaim.ExpiredAsync(days, ct) : new ReclaimedView(0, 0);
            if (left + expired.Files > 0) Swept(log, left, expired.Files, expired.Bytes);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The library was swept: {Left} leftovers, {Clips} clips past their time, {Bytes} bytes.")]
    private static partial void Swept(ILogger log, int left, int clips, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The library could not be swept; tomorrow it is tried again.")]
    private static partial void Failed(ILogger log, Exception e);
}
