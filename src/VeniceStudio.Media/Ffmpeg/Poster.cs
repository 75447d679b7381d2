namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Makes the picture that stands for a clip.</summary>
public sealed class Poster(FfmpegTools tools)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Seconds from the start in which a frame is looked for.</summary>
    private const string Within = "30";

    /// <summary>Looks a video through and takes a frame with something to see. A clip that was checked has its frame chosen already.</summary>
    /// <inheritdoc cref="TakeAsync"/>
    public async Task MakeAsync(string videoPath, string jpegPath, int maxWidth, CancellationToken ct)
    {
        var kind = await ContentSniff.OfFileAsync(videoPath, ct);
        var choice = new PosterChoice();
        var looked = await ToolRun.RunAsync(
            new ToolCall(tools.Ffmpeg, LookArguments(videoPath, kind), Limit),
            (raw, stop) => FrameReel.ReadAsync(raw, choice.Take, stop), null, ct);
        if (choice.Best is not { } best)
            throw new MediaException(
                "No picture can be taken from this video: no frame of it decodes. Fetch it again.", MediaFault.Broken, looked.ErrorTail);
        await TakeAsync(videoPath, best, jpegPath, maxWidth, ct);
    }

    /// <summary>Writes a JPEG of one frame, counted from 0, at most <paramref name="maxWidth"/> wide, whole or not at all.</summary>
    /// <exception cref="MediaException">There is no video in the file, or no frame of it decodes.</exception>
    public async Task TakeAsync(string videoPath, int frame, string jpegPath, int maxWidth, CancellationToken ct)
    {
        var kind = await ContentSniff.OfFileAsync(videoPath, ct);
        using var part = new PartFile(jpegPath);
        var taken = await ToolRun.RunAsync(
            new ToolCall(tools.Ffmpeg, TakeArguments(videoPath, kind, frame, part.Path, maxWidth), Limit), null, null, ct);
        if (taken.ExitCode != 0 || part.Length == 0)
            throw new MediaException("No picture could be taken from this video. Check that it plays.", MediaFault.Broken, taken.ErrorTail);
        part.Keep();
    }

    /// <summary>What ffmpeg is told to look a video through.</summary>
    public static IReadOnlyList<string> LookArguments(string path, ContentKind kind) =>
        [.. SafeInput.Start, "-t", Within, .. SafeInput.Of(path, kind), .. FrameReel.Output];

    /// <summary>What ffmpeg is told to take one of the frames looked at, counted from 0.</summary>
    public static IReadOnlyList<string> TakeArguments(string path, ContentKind kind, int frame, string jpegPath, int maxWidth) =>
    [
        .. SafeInput.Start, "-y", .. SafeInput.Of(path, kind),
        "-map", "0:v:0", "-frames:v", "1", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact",
        "-vf", $"select=eq(n\\,{frame}),scale=trunc(iw*sar/2)*2:ih,setsar=1,"
            + $"scale='min({maxWidth},iw)':-2:flags=lanczos:out_range=pc,format=yuvj420p",
        "-c:v", "mjpeg", "-q:v", "4", "-f", "image2pipe", SafeInput.Plain(jpegPath),
    ];
}
