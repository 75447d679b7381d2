namespace VeniceStudio.Media.Composition;

/// <summary>Title and end cards: words over the picture, which darkens behind them. They take no time from the song.</summary>
public static class Cards
{
    /// <summary>The first frames of the film.</summary>
    public static IReadOnlyList<ScreenText> Opening(string title, string? under, int frames, double dim = 0.35) => Card(title, under, 0, frames, dim);

    /// <summary>The last frames of the film.</summary>
    public static IReadOnlyList<ScreenText> Closing(string title, string? under, int totalFrames, int frames, double dim = 0.6)
    {
        var start = Math.Max(0, totalFrames - frames);
        return Card(title, under, start, totalFrames - start, dim);
    }

    private static ScreenText[] Card(string title, string? under, int start, int frames, double dim)
    {
        var fade = Math.Clamp(frames / 5, 0, 16);
        var head = new ScreenText(start, frames, title, TextStyle.Title) { FadeIn = fade, FadeOut = fade, Dim = dim };
        return string.IsNullOrWhiteSpace(under) ? [head]
            : [head, new(start, frames, under, TextStyle.Subtitle) { FadeIn = fade, FadeOut = fade }];
    }
}
