using System.Numerics;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>A moving picture as a function of place and time. x runs from -aspect to aspect, y from -1 (top) to 1, t in seconds.</summary>
internal abstract class Scene(Palette palette)
{
    protected Palette Palette { get; } = palette;

    /// <summary>Called once before the pixels of a moment are asked for.</summary>
    public virtual void Begin(float t)
    {
    }

    public abstract Vector3 At(float x, float y, float t);

    /// <summary>The scene that the prompt's words suggest, or else the dice choose.</summary>
    public static Scene For(string prompt, Dice dice)
    {
        var palette = Palette.For(prompt, dice);
        var kinds = Suggested(prompt) ?? "ahwlr";
        return kinds[dice.Below(kinds.Length)] switch
        {
            'a' => new AuroraScene(palette, dice),
            'h' => new HillsScene(palette, dice),
            'w' => new WaterScene(palette, dice),
            'l' => new LanternsScene(palette, dice),
            _ => new RushScene(palette, dice),
        };
    }

    private static string? Suggested(string prompt) =>
        Suggestions.FirstOrDefault(suggestion => suggestion.Words.Any(word => prompt.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Kinds;

    private static readonly (string[] Words, string Kinds)[] Suggestions =
    [
        (["water", "ocean", "sea", "lake", "river", "canal", "gondola", "wave", "lagoon", "boat"], "w"),
        (["drive", "car", "highway", "train", "speed", "tunnel", "chase", "rush", "run"], "r"),
        (["desert", "mountain", "hill", "forest", "field", "valley", "dune", "sunrise", "sunset", "horizon"], "h"),
        (["space", "star", "galaxy", "aurora", "winter", "snow", "night sky", "moon"], "a"),
        (["city", "street", "neon", "club", "party", "lantern", "crowd", "stage", "rain"], "lr"),
    ];

    /// <summary>A hill of light: 1 at its middle, falling softly with distance.</summary>
    protected static float Glow(float distance, float width)
    {
        var d = distance / width;
        return 1 / (1 + d * d * d * d + d * d);
    }

    /// <summary>Smooth value noise on a line, -1 to 1.</summary>
    protected static float Wave(float x, float phase) =>
        (Sin(x + phase) + 0.55f * Sin(2.17f * x - 1.7f * phase) + 0.3f * Sin(4.31f * x + 2.3f * phase)) / 1.85f;

    /// <summary>A sine good to a thousandth: five times as quick as the library's, and the same on every processor.</summary>
    protected static float Sin(float x)
    {
        var turn = x / MathF.Tau;
        turn -= MathF.Floor(turn + 0.5f);
        var arch = turn * (8 - 16 * MathF.Abs(turn));
        return arch * (0.775f + 0.225f * MathF.Abs(arch));
    }

    /// <summary>A repeatable number from 0 to 1 for a cell of a grid.</summary>
    protected static float Spot(int x, int y)
    {
        var h = (uint)(x * 374761393 + y * 668265263);
        h = (h ^ (h >> 13)) * 1274126177;
        return ((h ^ (h >> 16)) & 0xFFFF) / 65535f;
    }
}
