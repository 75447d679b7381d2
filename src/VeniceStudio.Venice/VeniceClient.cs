using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>
/// Venice, typed. Calls that ask are repeated a few times when Venice stumbles; calls that buy only when it refused
/// outright (429). Every failure is a <see cref="VeniceException"/>; a cancellation by the caller stays what it is.
/// Give it an <see cref="HttpClient"/> with an infinite timeout, without default credentials and, best, without automatic
/// redirects. Safe for use by many threads.
/// </summary>
public sealed class VeniceClient
{
    /// <exception cref="ArgumentException">The HTTP client sends credentials by itself: download links would see them.</exception>
    public VeniceClient(HttpClient http, VeniceOptions options, TimeProvider time, IVeniceObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        if (http.DefaultRequestHeaders.Authorization is not null)
            throw new ArgumentException("The HTTP client must not carry an Authorization header of its own.", nameof(http));

        var line = new Line(http, options, time, observer);
        Video = new VideoApi(line);
        Music = new MusicApi(line);
        Speech = new SpeechApi(line);
        Images = new ImagesApi(line);
        Chat = new ChatApi(line);
        Models = new ModelsApi(line);
        Account = new AccountApi(line);
    }

    /// <summary>Quote, queue, retrieve, complete, and the one-time links of private models.</summary>
    public VideoApi Video { get; }

    /// <summary>Music and other sounds: quote, queue, retrieve, complete.</summary>
    public MusicApi Music { get; }

    /// <summary>Reading aloud and transcription.</summary>
    public SpeechApi Speech { get; }

    /// <summary>Pictures: drawn, edited, combined.</summary>
    public ImagesApi Images { get; }

    /// <summary>Chat completions, whole or streamed.</summary>
    public ChatApi Chat { get; }

    /// <summary>What models exist and what each accepts.</summary>
    public ModelsApi Models { get; }

    /// <summary>Money and limits of the key.</summary>
    public AccountApi Account { get; }
}
