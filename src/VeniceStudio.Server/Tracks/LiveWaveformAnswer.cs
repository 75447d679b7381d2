using Microsoft.AspNetCore.Http.Features;
using VeniceStudio.Media.Audio.Peaks;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Tracks;

/// <summary>
/// Streams a song's finest points, 5 bytes each without a header: what there is at once, then what comes, until decoding ends. A song that
/// another process listens to, or that was heard before, is answered from its file once that is there.
/// </summary>
internal sealed class LiveWaveformAnswer(Guid account, Guid id, StudioDb db, LiveHearings live, WaveformShelf shelf, TimeProvider time, IHostApplicationLifetime life) : IResult
{
    /// <summary>How often a song that is not in hand here is looked after.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, life.ApplicationStopping);
        var response = httpContext.Response;
        response.ContentType = "application/octet-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await response.StartAsync(stop.Token);
            await foreach (var points in PointsAsync(stop.Token))
            {
                await response.BodyWriter.WriteAsync(points, stop.Token);
                await response.BodyWriter.FlushAsync(stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The page was closed, or the studio is.
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> PointsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var begin = live.NextBegin;
            if (live.WaveformOf(id) is { } waveform)
            {
                await foreach (var points in waveform.FollowAsync(ct)) yield return points;
                yield break;
            }
            Track? track;
            await using (var session = await db.ReadAsync(ct)) track = await session.TrackOfAsync(account, id);
            if (track is not { State: TrackState.Waiting or TrackState.Listening })
            {
                if (track is { State: TrackState.Heard, HeardVersion: { } version }) yield return await FinestAsync(track, version, ct);
                yield break;
            }
            using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
            await Task.WhenAny(begin, Task.Delay(Look, time, over.Token));
            await over.CancelAsync();
        }
    }

    private async Task<ReadOnlyMemory<byte>> FinestAsync(Track track, int version, CancellationToken ct)
    {
        var path = shelf.PathOf(track.Sha256, version);
        if (!File.Exists(path)) return default;
        await using var file = File.OpenRead(path);
        return (await WaveformFile.ReadAsync(file, ct)).Levels[0].Points;
    }
}
