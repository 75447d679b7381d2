using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>A video on its way: bytes appear as Venice sends them and none are held. Dispose it to free the connection.</summary>
public sealed class VideoDownload : IAsyncDisposable
{
    private readonly PatientStream content;

    internal VideoDownload(PatientStream content, long? length, string contentType)
    {
        this.content = content;
        Length = length;
        ContentType = contentType;
    }

    /// <summary>
    /// Read once, asynchronously. A silence beyond <see cref="VeniceOptions.DownloadIdleTimeout"/> or a broken connection throws
    /// <see cref="VeniceException"/> with <see cref="VeniceErrorKind.TornDownload"/>. Whether the bytes are a video is for the
    /// reader to check: a page or a placeholder under a video's type arrives as it is.
    /// </summary>
    public Stream Content => content;

    /// <summary>Bytes in all, when Venice said so.</summary>
    public long? Length { get; }

    /// <summary>Media type without parameters, such as <c>video/mp4</c>.</summary>
    public string ContentType { get; }

    public ValueTask DisposeAsync() => content.DisposeAsync();
}
