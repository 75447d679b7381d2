using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>
/// Streams a board while it is written: what there is at once, then what comes, until the writing ends. Writing that another process has in
/// hand is told shot by shot from its row; the words come with the board then.
/// </summary>
internal sealed class WritingAnswer(Guid project, StudioDb db, LiveWritings live, TimeProvider time, IHostApplicationLifetime life) : IResult
{
    /// <summary>How often writing that is not in hand here is looked after.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, life.ApplicationStopping);
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await response.Body.FlushAsync(stop.Token);
            await FollowAsync(response, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The page was closed, or the studio is.
        }
    }

    private async Task FollowAsync(HttpResponse response, CancellationToken ct)
    {
        var told = -1;
        while (true)
        {
            var begin = live.NextBegin;
            if (live.Find(project) is { } writing)
            {
                await foreach (var news in writing.FollowAsync(ct)) told = await TellAsync(response, news, told, ct);
            }
            Direction? row;
            await using (var session = await db.ReadAsync(ct)) row = await session.DirectionOfAsync(project);
            if (row is null) return;
            told = await TellAsync(response, new LiveNews([], row.Done, row.Total), told, ct);
            if (row.State is not (DirectionState.Waiting or DirectionState.Working))
            {
                await EndAsync(response, row, ct);
                return;
            }
            if (live.Find(project) is not null) continue;
            using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
            await Task.WhenAny(begin, Task.Delay(Look, time, over.Token));
            await over.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }
    }

    private static async Task<int> TellAsync(HttpResponse response, LiveNews news, int told, CancellationToken ct)
    {
        foreach (var piece in news.Pieces) await SendAsync(response, piece, ct);
        if (news.Done != told) await SendAsync(response, new { shots = news.Done, of = news.Of }, ct);
        if (news.Pieces.Count > 0 || news.Done != told) await response.Body.FlushAsync(ct);
        return news.Done;
    }

    private static async Task EndAsync(HttpResponse response, Direction row, CancellationToken ct)
    {
        if (row.State == DirectionState.Failed)
        {
            var details = new ProblemDetails { Status = 409, Type = "not-written", Title = Problems.TitleOf(409), Detail = row.Notice };
            await SendAsync(response, new { problem = details }, ct);
        }
        else await SendAsync(response, new { done = true, paid = row.Paid, notice = row.Notice, cancelled = row.State == DirectionState.Cancelled }, ct);
        await response.Body.FlushAsync(ct);
    }

    private static Task SendAsync<T>(HttpResponse response, T data, CancellationToken ct) =>
        response.WriteAsync($"data: {JsonSerializer.Serialize(data, JsonSerializerOptions.Web)}\n\n", ct);
}
