using System.ComponentModel.DataAnnotations;
using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Server.Tracks;

/// <summary>Where the time of a line comes from: its words were heard, it lies between heard ones, a person set it, or it has none.</summary>
public enum LineSupport
{
    None,
    Heard,
    Interpolated,
    ByHand,
}

/// <summary>How far the recognition of a song's words is.</summary>
public enum RecognitionState
{
    Working = 1,
    Done = 2,
    Failed = 3,
}

public sealed record LyricWordView(string Text, double Start, double End);

public sealed record LyricLineView(string Text, double? Start, double? End, LineSupport Support, IReadOnlyList<LyricWordView> Words)
{
    internal static LyricLineView Of(LyricLine line) => new(
        line.Text, line.Start, line.End,
        line.Support switch
        {
            LyricSupport.Heard => LineSupport.Heard,
            LyricSupport.Interpolated => LineSupport.Interpolated,
            LyricSupport.ByHand => LineSupport.ByHand,
            _ => LineSupport.None,
        },
        [.. line.Words.Select(word => new LyricWordView(word.Text, word.Start, word.End))]);
}

/// <summary><c>Trusted</c>: most of what was recognised was sung, as far as can be told. A failure says why in its sentence.</summary>
public sealed record RecognitionView(RecognitionState State, string Model, string? Sentence, bool Trusted);

/// <summary>A song's words, line by line as its creator typed them, with times where there are any.</summary>
public sealed record LyricsView(string Text, bool Instrumental, IReadOnlyList<LyricLineView> Lines, RecognitionView? Recognition);

/// <summary>A line with times set by hand; without a start it has none.</summary>
public sealed record LineByHand([StringLength(2000)] string? Text, double? Start, double? End);

/// <summary>Replaces the lyrics by one of the three: a text (timed at once where words were recognised), no words at all, or lines with times.</summary>
public sealed record ChangeLyrics([StringLength(100_000)] string? Text, bool? Instrumental, [MaxLength(4000)] IReadOnlyList<LineByHand>? Lines);
