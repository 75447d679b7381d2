namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Whether a downloaded clip is what was paid for. Each answer but the first says why, for the creator.</summary>
public abstract record ClipVerdict
{
    private ClipVerdict() { }

    /// <summary>Every frame decodes, and it is long enough.</summary>
    /// <param name="Facts">With the length of the frames that are there.</param>
    /// <param name="PosterFrame">The frame that should stand for it, counted from 0.</param>
    public sealed record Sound(MediaFacts Facts, int PosterFrame) : ClipVerdict;

    /// <summary>Damaged or cut off: fetching it again may help.</summary>
    public sealed record Torn(string Sentence) : ClipVerdict;

    /// <summary>Something else came: a web page, a message, a picture, sound alone.</summary>
    public sealed record NotAVideo(string Sentence, ContentKind Came) : ClipVerdict;

    /// <summary>A video that shows nothing: one flat colour, a still card, a handful of frames, a stamp-sized picture.</summary>
    public sealed record Placeholder(string Sentence) : ClipVerdict;

    /// <summary>Sound in itself, and clearly shorter than ordered.</summary>
    public sealed record TooShort(string Sentence, MediaFacts Facts, int PosterFrame) : ClipVerdict;
}
