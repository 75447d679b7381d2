using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>A sound on its way: bytes appear as Venice sends them and none are held. Dispose it to free the connection.</summary>
public sealed class SoundDownload : IAsyncDisposable
{
    private readonly PatientStream content;

    internal SoundDownload(PatientStream content, long? length, string contentType)
    {
        this.content = content;
        Length = length;
        ContentType = contentType;
    }

    /// <summary>
    /// Read once, asynchronously. A silence beyond <see cref="VeniceOptions.DownloadIdleTimeout"/> or a broken connection throws
    /// <see cref="VeniceException"/> with <see cref="VeniceErrorKind.TornDownload"/>. Whether the bytes are sound is for the reader to check.
    /// </summary>
    public Stream Content => content;

    /// <summary>Bytes in all, when Venice said so.</summary>
    public long? Length { get; }

    /// <summary>Media type without parameters, such as <c>audio/mpeg</c>.</summary>
    public string ContentType { get; }

    /// <summary>What a file of this type is called: <c>.mp3</c>, <c>.wav</c>, …; <c>.bin</c> when the type says nothing.</summary>
    public string Extension => ContentType switch
    {
        "audio/mpeg" or "audio/mp3" => ".mp3",
        "audio/wav" or "audio/x-wav" or "audio/wave" or "audio/vnd.wave" => ".wav",
        "audio/flac" or "audio/x-flac" => ".flac",
        "audio/opus" or "audio/ogg" => ".ogg",
        "audio/aac" or "audio/aacp" => ".aac",
        "audio/mp4" or "audio/x-m4a" or "audio/m4a" => ".m4a",
        "audio/pcm" or "audio/l16" => ".pcm",
        _ => ".bin",
    };

    public ValueTask DisposeAsync() => content.DisposeAsync();
}
