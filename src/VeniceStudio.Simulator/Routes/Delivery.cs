using Microsoft.AspNetCore.Http;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Jobs;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound;

namespace VeniceStudio.Simulator.Routes;

/// <summary>A finished file on its way out.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Times">The how-manieth time it is sent, from 1.</param>
internal sealed record Parcel(string File, string Type, int Times);

/// <summary>Sends the bytes of a clip or a sound, or what a fault makes of them.</summary>
internal static class Delivery
{
    /// <summary>How long a poll waits for a clip that should be ready and is still being drawn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<Parcel> ParcelAsync(Call call, SimulatedJob job) => job.Sound is { } sound
        ? new Parcel(await call.World.Clips.GetAsync(sound).WaitAsync(Patience, call.Aborted), SoundOven.TypeOf(sound.Format), job.Deliveries)
        : new Parcel(await call.World.Clips.GetAsync(job.Recipe!).WaitAsync(Patience, call.Aborted), "video/mp4", job.Deliveries);

    public static async Task SendAsync(Call call, ActiveFaults faults, Parcel parcel)
    {
        var (file, type, times) = parcel;
        var response = call.Http.Response;
        response.ContentType = faults.Has("octet-stream") ? "application/octet-stream" : type;
        if (faults.Meets("html-media", times))
        {
            await RequestFaults.PageAsync(call, 200);
            return;
        }
        if (faults.Meets("html-as-mp4", times))
        {
            await response.WriteAsync(RequestFaults.Html, call.Aborted);
            return;
        }
        if (faults.Meets("empty-media", times))
        {
            response.ContentLength = 0;
            return;
        }
        if (faults.Meets("placeholder-media", times)) file = await PlaceholderAsync(call, parcel);

        var length = new FileInfo(file).Length;
        if (faults.Meets("truncated-media", times)) length /= 2;
        if (!faults.Has("no-length")) response.ContentLength = length;
        if (faults.Meets("cut-media", times))
        {
            // Flushed first, so that the caller surely holds half a clip when the line goes dead.
            await response.SendFileAsync(file, 0, length / 2, call.Aborted);
            await response.Body.FlushAsync(call.Aborted);
            call.Http.Abort();
            return;
        }
        if (faults.Number("slow-media", 64) is { } kilobytes) await TrickleAsync(call, file, length, kilobytes);
        else await response.SendFileAsync(file, 0, length, call.Aborted);
    }

    private static Task<string> PlaceholderAsync(Call call, Parcel parcel) => parcel.Type.StartsWith("audio/", StringComparison.Ordinal)
        ? call.World.Clips.GetAsync(new SoundRecipe(SoundKind.Effect, "", "placeholder", Path.GetExtension(parcel.File)[1..]) { Seconds = 0.05 })
        : call.World.Clips.GetAsync(new ClipRecipe("", "placeholder", 1.0 / ClipRecipe.Rate, 16, 16, false, null));

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
