using System.Buffers.Binary;
using System.Diagnostics;

namespace VeniceStudio.Tests.Simulator;

/// <summary>Real pictures and sounds, as data URLs.</summary>
internal static class SampleMedia
{
    public static string Png(int width, int height, string colour = "orange") =>
        Url("image/png", Make($"color={colour}:s={width}x{height}", "-frames:v", "1", "-f", "image2pipe", "-c:v", "png"));

    public static string Jpeg(int width, int height) =>
        Url("image/jpeg", Make($"color=teal:s={width}x{height}", "-frames:v", "1", "-f", "image2pipe", "-c:v", "mjpeg"));

    public static string WebP(int width, int height) =>
        Url("image/webp", Make($"color=teal:s={width}x{height}", "-frames:v", "1", "-f", "webp"));

    public static string Mp3(double seconds) => Url("audio/mpeg", Make("sine=frequency=220:duration=" + Text(seconds), "-f", "mp3"));

    /// <summary>Mono, 8 kHz, 16 bit silence.</summary>
    public static string Wav(double seconds)
    {
        var data = (int)(seconds * 8000) * 2;
        var bytes = new byte[44 + data];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), 36 + data);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), 8000);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), 16000);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), 16);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), data);
        return Url("audio/wav", bytes);
    }

    public static string Url(string type, byte[] bytes) => $"data:{type};base64,{Convert.ToBase64String(bytes)}";

    /// <summary>What a command prints, as text.</summary>
    public static string Read(string program, params string[] arguments) => System.Text.Encoding.UTF8.GetString(Run(program, arguments));

    /// <summary>The bytes that a command writes to its output.</summary>
    public static byte[] Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }

    private static byte[] Make(string source, params string[] encoding) =>
        Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, .. encoding, "pipe:1"]);

    private static string Text(double seconds) => seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
