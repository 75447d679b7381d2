namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Counts the samples of a mono stream with one byte each.</summary>
internal sealed class SampleCount
{
    public long Samples { get; private set; }

    public async Task ReadAsync(Stream stream, CancellationToken ct)
    {
        var buffer = new byte[32 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;) Samples += read;
    }
}
