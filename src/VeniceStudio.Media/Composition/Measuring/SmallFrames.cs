namespace VeniceStudio.Media.Composition;

/// <summary>A film's frames as small colour pictures. Unlike in <see cref="Ffmpeg.FrameReel"/> areas are averaged: flashes are judged by area.</summary>
internal static class SmallFrames
{
    public const int Width = 64, Height = 36;
    public const int Points = Width * Height;
    public const int FrameBytes = Points * 3;

    public static string Filter => $"scale={Width}:{Height}:flags=area,format=rgb24";

    public static async Task ReadAsync(Stream raw, Action<ReadOnlySpan<byte>> onFrame, CancellationToken ct)
    {
        var frame = new byte[FrameBytes];
        while (await raw.ReadAtLeastAsync(frame, FrameBytes, throwOnEndOfStream: false, ct) == FrameBytes) onFrame(frame);
    }

    /// <summary>Grey levels of a frame, 0 to 255.</summary>
    public static void Grey(ReadOnlySpan<byte> rgb, Span<byte> grey)
    {
        for (var i = 0; i < grey.Length; i++) grey[i] = (byte)((rgb[3 * i] * 54 + rgb[3 * i + 1] * 183 + rgb[3 * i + 2] * 19) >> 8);
    }

    /// <summary>The mean difference of two grey frames.</summary>
    public static double Apart(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var sum = 0;
        for (var i = 0; i < one.Length; i++) sum += Math.Abs(one[i] - other[i]);
        return sum / (double)one.Length;
    }
}
