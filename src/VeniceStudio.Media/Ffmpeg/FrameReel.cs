namespace VeniceStudio.Media.Ffmpeg;

/// <summary>
/// A clip's frames as small grey pictures, one after the other. Points are picked, not averaged: on a dark scene averaging
/// shrank the range from 21 levels to 6, too near to a flat colour's 0 to tell them apart.
/// </summary>
public static class FrameReel
{
    public const int Width = 128;
    public const int Height = 72;
    public const int FrameBytes = Width * Height;

    /// <summary>The filter that makes such pictures.</summary>
    public static string Filter => $"scale={Width}:{Height}:flags=neighbor,format=gray";

    /// <summary>How ffmpeg is told to hand over such a picture of every frame, each once.</summary>
    public static IReadOnlyList<string> Output => ["-map", "0:v:0", "-fps_mode", "passthrough", "-vf", Filter, "-f", "rawvideo", "pipe:1"];

    /// <summary>Hands over each whole frame of a raw stream; a part of one at the end is dropped.</summary>
    public static async Task ReadAsync(Stream raw, Action<ReadOnlySpan<byte>> onFrame, CancellationToken ct)
    {
        var frame = new byte[FrameBytes];
        while (await raw.ReadAtLeastAsync(frame, FrameBytes, throwOnEndOfStream: false, ct) == FrameBytes) onFrame(frame);
    }
}
