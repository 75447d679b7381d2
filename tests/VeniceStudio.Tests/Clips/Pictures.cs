using System.Diagnostics;

namespace VeniceStudio.Tests.Clips;

/// <summary>Pictures for orders, drawn by ffmpeg.</summary>
internal static class Pictures
{
    public static async Task<byte[]> FaceAsync()
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=640x480:d=1", "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-"])
        {
            RedirectStandardOutput = true,
        })!;
        using var picture = new MemoryStream();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(picture);
        await ffmpeg.WaitForExitAsync();
        return picture.ToArray();
    }
}
