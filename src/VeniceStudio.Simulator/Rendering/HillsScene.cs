using System.Numerics;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>Ranges of hills in haze, passing at different speeds before a low sun.</summary>
internal sealed class HillsScene(Palette palette, Dice dice) : Scene(palette)
{
    private const int Ranges = 5;
    private readonly float phase = dice.Between(0, 60);
    private readonly float sunX = dice.Between(-0.8f, 0.8f);
    private readonly float pace = dice.Between(0.5f, 0.9f) * (dice.Below(2) == 0 ? 1 : -1);

    public override Vector3 At(float x, float y, float t)
    {
        var sunY = -0.12f - 0.035f * t;
        var distance = new Vector2(x - sunX, y - sunY).Length();
        var height = 0.86f - 0.5f * MathF.Abs(y - 0.25f) - 0.12f * distance;
        var colour = Palette.At(height);
        colour += Palette.Light * (Glow(distance, 0.17f) * 0.9f + Glow(distance, 0.7f) * 0.28f);
        colour += Palette.Light * 0.06f * MathF.Max(0, Wave(x * 1.2f + y * 7 + t * 0.15f, phase));
        for (var range = 0; range < Ranges; range++)
        {
            var near = (range + 1f) / Ranges;
            var shift = t * pace * near * near * 0.55f;
            var top = -0.02f + range * 0.2f + (0.12f + 0.06f * near) * Wave((x + shift) * (1.5f + range * 0.35f), phase + range * 7);
            var cover = Math.Clamp((y - top) * 22 + 0.5f, 0, 1);
            if (cover <= 0) continue;
            var haze = Palette.At(0.62f - 0.6f * near + 0.1f * Glow(x - sunX, 0.8f));
            var mist = Palette.Middle * 0.22f * Math.Clamp((y - top) * 1.6f, 0, 1) * (1 - near);
            colour = Vector3.Lerp(colour, haze + mist, cover);
        }
        return colour;
    }
}
