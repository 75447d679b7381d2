using Microsoft.AspNetCore.Http;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Jobs;
using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Simulator.Routes;

/// <summary>Sends the bytes of a clip, or what a fault makes of them.</summary>
internal static class Delivery
{
    /// <summary>How long a poll waits for a clip that should be ready and is still being drawn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task SendAsync(Call call, SimulatedJob job, ActiveFaults faults, string clip)
    {
        var response = call.Http.Response;
        response.ContentType = faults.Has("octet-stream") ? "application/octet-stream" : "video/mp4";
        if (faults.Meets("html-media", job.Deliveries))
        {
            await RequestFaults.PageAsync(call, 200);
            return;
        }
        if (faults.Meets("html-as-mp4", job.Deliveries))
        {
            await response.WriteAsync(RequestFaults.Html, call.Aborted);
            return;
        }
        if (faults.Meets("empty-media", job.Deliveries))
        {
            response.ContentLength = 0;
            return;
        }
        if (faults.Meets("placeholder-media", job.Deliveries)) clip = await call.World.Clips.GetAsync(Placeholder);

        var length = new FileInfo(clip).Length;
        if (faults.Meets("truncated-media", job.Deliveries)) length /= 2;
        if (!faults.Has("no-length")) response.ContentLength = length;
        if (faults.Meets("cut-media", job.Deliveries))
        {
            // Flushed first, so that the caller surely holds half a clip when the line goes dead.
            await response.SendFileAsync(clip, 0, length / 2, call.Aborted);
            await response.Body.FlushAsync(call.Aborted);
            call.Http.Abort();
            return;
        }
        if (faults.Number("slow-media", 64) is { } kilobytes) await TrickleAsync(call, clip, length, kilobytes);
        else await response.SendFileAsync(clip, 0, length, call.Aborted);
    }

    private static ClipRecipe Placeholder { get; } = new("", "placeholder", 1.0 / ClipRecipe.Rate, 16, 16, false, null);

    private static async Task TrickleAsync(Call call, string clip, long length, double kilobytes)
    {
        await using var file = File.OpenRead(clip);
        var piece = new byte[Math.Max(1, (int)(kilobytes * 1024 / 10))];
        while (length > 0)
        {
            var read = await file.ReadAsync(piece.AsMemory(0, (int)Math.Min(piece.Length, length)), call.Aborted);
            if (read == 0) return;
            await call.Http.Response.Body.WriteAsync(piece.AsMemory(0, read), call.Aborted);
            await call.Http.Response.Body.FlushAsync(call.Aborted);
            length -= read;
            await call.DelayAsync(0.1);
        }
    }
}
