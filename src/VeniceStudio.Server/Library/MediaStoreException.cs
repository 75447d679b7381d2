namespace VeniceStudio.Server.Library;

/// <summary>A file cannot be kept or fetched for a reason that passes. The message is a sentence for people; nothing was lost.</summary>
/// <param name="kind">The word for it in answers and rows.</param>
/// <param name="status">What a request that meets it is answered with.</param>
/// <param name="sentence">What happened, and the next step.</param>
/// <param name="inner">What was thrown; may be null.</param>
public abstract class MediaStoreException(string kind, int status, string sentence, Exception? inner) : IOException(sentence, inner)
{
    public string Kind { get; } = kind;

    public int Status { get; } = status;
}

/// <summary>The S3 store does not answer, or will not keep what it is given.</summary>
public sealed class MediaStoreAwayException(string sentence, Exception? inner = null) : MediaStoreException("store-away", 503, sentence, inner)
{
    public const string Usual =
        "The S3 store that keeps the studio's files does not answer. Nothing is lost: try again in a minute, and run ./studio doctor if it stays away.";
}
