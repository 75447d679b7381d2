namespace VeniceStudio.Media.Audio.Form;

/// <summary>How alike every two bars are, 0 to 1: in harmony, timbre and strokes.</summary>
internal sealed class BarLikeness
{
    /// <summary>Timbres this many decibels apart are alike whatever the song: the same band playing the same again measured 4 to 16.</summary>
    private const float LeastTimbre = 10, LeastStrokes = 3;

    public BarLikeness(BarSounds sounds)
    {
        var count = sounds.Count;
        Harmony = Square.Symmetric(count, (i, j) => sounds.Harmony(i, j));
        Timbre = Scaled(count, sounds.Timbre, LeastTimbre);
        Strokes = Scaled(count, sounds.Strokes, LeastStrokes);
        All = Square.Symmetric(count, (i, j) => 0.5f * Harmony[i, j] + 0.35f * Timbre[i, j] + 0.15f * Strokes[i, j]);
    }

    public Square Harmony { get; }

    public Square Timbre { get; }

    public Square Strokes { get; }

    /// <summary>The three together.</summary>
    public Square All { get; }

    /// <summary>A distance becomes a likeness by the song's own measure: what is usual between its bars counts as unlike.</summary>
    private static Square Scaled(int count, Func<int, int, float> distance, float least)
    {
        var far = Square.Symmetric(count, distance);
        var some = new List<float>();
        for (var i = 0; i < count; i++) for (var j = i % 3; j < i; j += 3) some.Add(far[i, j]);
        some.Sort();
        var scale = Math.Max(least, some.Count == 0 ? 0 : 0.7f * some[some.Count / 2]);
        return Square.Symmetric(count, (i, j) => MathF.Exp(-(far[i, j] * far[i, j]) / (scale * scale)));
    }
}
