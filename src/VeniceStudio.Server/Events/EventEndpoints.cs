using Microsoft.AspNetCore.Http.Features;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Events;

public static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/events", StreamAsync).WithTags("Events").WithMetadata(new NeverCompressed()).RequireAuthorization().Produces<string>(200, "text/event-stream");

    /// <summary>Names of what changed, as server-sent events without content; the first is <c>hello</c>. Only one's own and everybody's.</summary>
    internal static IResult StreamAsync(Member member, EventHub hub, TimeProvider time, IHostApplicationLifetime life) =>
        new EventStream(member.Id, hub, time, life);

    private sealed class EventStream(Guid accountId, EventHub hub, TimeProvider time, IHostApplicationLifetime life) : IResult
    {
        /// <summary>Proxies cut lines that are silent for a minute, some for half of one.</summary>
        private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(20);

        /// <summary>At most four rounds a second: each makes the page ask again.</summary>
        private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, life.ApplicationStopping);
            var response = httpContext.Response;
            response.ContentType = "text/event-stream";
            response.Headers.CacheControl = "no-store";
            response.Headers["X-Accel-Buffering"] = "no";
            httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            using var listener = hub.Join(accountId);
            try
            {
                await response.WriteAsync("retry: 5000\n\n", stop.Token);
                await RunAsync(response, listener, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The browser went away or the studio closes; either way the stream simply ends.
            }
        }

        private async Task RunAsync(HttpResponse response, Listener listener, CancellationToken ct)
        {
            using var heart = new PeriodicTimer(HeartbeatEvery, time);
            var beat = heart.WaitForNextTickAsync(ct).AsTask();
            while (true)
            {
                await Task.WhenAny(listener.News, beat).WaitAsync(ct);
                if (beat.IsCompleted)
                {
                    await response.WriteAsync(": still here\n\n", ct);
                    beat = heart.WaitForNextTickAsync(ct).AsTask();
                }
                var names = listener.Take();
                if (names.Count == 0) continue;
                await response.WriteAsync(string.Concat(names.Select(name => $"event: {name}\ndata: {{}}\n\n")), ct);
                await Task.Delay(Between, time, ct);
            }
        }
    }
}
