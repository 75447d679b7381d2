namespace VeniceStudio.Media.Ffmpeg;

/// <summary>A file being written beside its final place; it appears there whole or not at all.</summary>
internal sealed class PartFile : IDisposable
{
    private readonly string final;

    public PartFile(string final)
    {
        this.final = System.IO.Path.GetFullPath(final);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this.final)!);
        Path = $"{this.final}.{Guid.CreateVersion7():N}.part";
    }

    /// <summary>Where it is written meanwhile.</summary>
    public string Path { get; }

    public long Length => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    public string Keep()
    {
        File.Move(Path, final, overwrite: true);
        return final;
    }

    public void Dispose() => File.Delete(Path);
}
