using System.Numerics;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>A light over water, its path broken by waves.</summary>
internal sealed class WaterScene(Palette palette, Dice dice) : Scene(palette)
{
    private readonly float phase = dice.Between(0, 60);
    private readonly float lightX = dice.Between(-0.6f, 0.6f);
    private readonly float lightSize = dice.Between(0.12f, 0.24f);
    private readonly float horizon = dice.Between(-0.05f, 0.2f);

    public override Vector3 At(float x, float y, float t)
    {
        if (y < horizon) return Sky(x, y, t);

        var depth = y - horizon;
        // Waves look smaller and slower the nearer they are to the horizon.
        var scale = 1 / (depth + 0.08f);
        var ripple = Wave(x * 1.5f + scale * 5.5f - t * 0.9f, phase + t * 0.7f) * 0.6f
            + Wave(x * 4.5f - scale * 9 + t * 1.6f, phase * 1.7f) * 0.4f;
        var bend = ripple * (0.05f + depth * 0.22f);
        var mirrored = Sky(x + bend * 1.4f, horizon - depth * 0.9f + bend, t) * 0.62f;
        var path = Glow(x - lightX - bend * 2.2f, 0.09f + depth * 0.26f) * MathF.Max(0, ripple + 0.35f);
        return mirrored + Palette.Light * path * 0.75f + Palette.Deep * 0.35f * depth
            + Palette.Bright * MathF.Max(0, ripple - 0.55f) * 0.25f;
    }

    private Vector3 Sky(float x, float y, float t)
    {
        var lightY = horizon - 0.42f - 0.03f * t;
        var distance = new Vector2(x - lightX, y - lightY).Length();
        var clouds = Wave(x * 0.9f + t * 0.12f + y, phase) * Wave(y * 6.5f + x * 0.7f, phase * 0.6f - t * 0.08f);
        var colour = Palette.At(0.78f - 0.6f * (horizon - y) + 0.12f * clouds);
        return colour + Palette.Light * (Glow(distance, lightSize) * 0.8f + Glow(distance, lightSize * 5) * 0.2f);
    }
}
