using System.Numerics;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>Five colours (0 to 1, red green blue) that make one mood: night, deep, middle, bright, light.</summary>
internal sealed record Palette(Vector3 Night, Vector3 Deep, Vector3 Middle, Vector3 Bright, Vector3 Light)
{
    // The words steer the hue, so that a rehearsal of "neon rain" looks unlike one of "desert at noon".
    private static readonly (string Word, float Hue, float Spread)[] Moods =
    [
        ("neon", 295, 110), ("cyber", 190, 120), ("night", 228, 50), ("moon", 220, 35), ("rain", 205, 40), ("storm", 215, 30),
        ("ocean", 195, 45), ("sea", 195, 45), ("lagoon", 180, 60), ("water", 190, 45), ("venice", 205, 170), ("ice", 195, 25),
        ("snow", 205, 20), ("forest", 135, 50), ("green", 125, 40), ("jungle", 140, 60), ("desert", 28, 25), ("sand", 35, 20),
        ("gold", 42, 25), ("dusk", 265, 125), ("sunset", 260, 130), ("dawn", 215, 150), ("sunrise", 220, 150), ("fire", 350, 40),
        ("red", 352, 30), ("love", 330, 40), ("rose", 335, 30), ("pink", 320, 40), ("purple", 275, 45), ("blue", 218, 40),
        ("autumn", 15, 40), ("city", 225, 160), ("street", 230, 165), ("space", 250, 70), ("star", 240, 60), ("dream", 280, 70),
    ];

    /// <summary>Chooses colours by the words of the prompt, or freely when none is known.</summary>
    public static Palette For(string prompt, Dice dice)
    {
        var hue = dice.Between(0, 360);
        var spread = dice.Between(30, 150);
        foreach (var mood in Moods)
        {
            if (!prompt.Contains(mood.Word, StringComparison.OrdinalIgnoreCase)) continue;
            (hue, spread) = (mood.Hue + dice.Between(-10, 10), mood.Spread);
            break;
        }
        return new Palette(Hsl(hue - spread * 0.2f, 0.55f, 0.05f), Hsl(hue, 0.62f, 0.17f), Hsl(hue + spread * 0.45f, 0.58f, 0.38f),
            Hsl(hue + spread * 0.8f, 0.78f, 0.58f), Hsl(hue + spread, 0.9f, 0.82f));
    }

    /// <summary>The colour at a height from 0 (night) to 1 (light), blended between neighbours.</summary>
    public Vector3 At(float height) => (Math.Clamp(height, 0, 1) * 4) switch
    {
        < 1 and var h => Vector3.Lerp(Night, Deep, h),
        < 2 and var h => Vector3.Lerp(Deep, Middle, h - 1),
        < 3 and var h => Vector3.Lerp(Middle, Bright, h - 2),
        var h => Vector3.Lerp(Bright, Light, h - 3),
    };

    private static Vector3 Hsl(float hue, float saturation, float lightness)
    {
        hue = (hue % 360 + 360) % 360;
        var reach = saturation * MathF.Min(lightness, 1 - lightness);
        float Channel(float n)
        {
            var k = (n + hue / 30) % 12;
            return lightness - reach * MathF.Max(-1, MathF.Min(MathF.Min(k - 3, 9 - k), 1));
        }
        return new Vector3(Channel(0), Channel(8), Channel(4));
    }
}
