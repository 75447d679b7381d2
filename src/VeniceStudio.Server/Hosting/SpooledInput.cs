using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Server.Hosting;

/// <summary>Standard input as a file, which goes away again: some formats can only be read by jumping about in them.</summary>
internal sealed class SpooledInput : IDisposable
{
    private SpooledInput(string path) => Path = path;

    public string Path { get; }

    /// <exception cref="MediaException">Nothing comes, or more than a song can be.</exception>
    public static async Task<SpooledInput> OfAsync(Stream input, long most, CancellationToken ct)
    {
        var spooled = new SpooledInput(System.IO.Path.GetTempFileName());
        try
        {
            await using var file = File.Create(spooled.Path);
            var buffer = new byte[128 * 1024];
            var taken = 0L;
            for (int read; (read = await input.ReadAsync(buffer, ct)) > 0;)
            {
                if ((taken += read) > most) throw new MediaException("More comes from standard input than a song can be. Name a file instead.");
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            return taken > 0 ? spooled : throw new MediaException("Nothing came from standard input. Name a song, or pipe one in.");
        }
        catch
        {
            spooled.Dispose();
            throw;
        }
    }

    public void Dispose() => File.Delete(Path);
}
