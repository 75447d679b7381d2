using System.Numerics;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>Out-of-focus lights drifting upwards through dusk, like a street seen through tears.</summary>
internal sealed class LanternsScene : Scene
{
    private readonly record struct Lantern(float X, float Y, float Size, float Speed, float Sway, float Phase, Vector3 Colour);

    private readonly record struct Disc(float X, float Y, float Size, Vector3 Colour);

    private readonly Lantern[] lanterns;
    private readonly Disc[] discs;
    private readonly float phase;

    public LanternsScene(Palette palette, Dice dice)
        : base(palette)
    {
        phase = dice.Between(0, 50);
        lanterns = [.. Enumerable.Range(0, 22).Select(_ => new Lantern(dice.Between(-1.9f, 1.9f), dice.Between(-1.3f, 1.3f),
            dice.Between(0.07f, 0.24f), dice.Between(0.05f, 0.16f), dice.Between(0.02f, 0.1f), dice.Between(0, 6),
            Palette.At(dice.Between(0.55f, 1))))];
        discs = new Disc[lanterns.Length];
    }

    public override void Begin(float t)
    {
        for (var i = 0; i < lanterns.Length; i++)
        {
            var lantern = lanterns[i];
            // Lights that leave above come back below, beyond the frame.
            var y = (lantern.Y - lantern.Speed * t + 1.4f) % 2.8f;
            y = (y < 0 ? y + 2.8f : y) - 1.4f;
            var blink = 0.75f + 0.25f * Sin(t * 1.7f + lantern.Phase * 3);
            discs[i] = new Disc(lantern.X + lantern.Sway * Sin(t * 0.9f + lantern.Phase), y, lantern.Size, lantern.Colour * blink);
        }
    }

    public override Vector3 At(float x, float y, float t)
    {
        var haze = Wave(x * 0.8f + t * 0.16f, phase) * Wave(y * 1.1f - t * 0.11f, phase * 0.7f);
        var colour = Palette.At(0.2f + 0.13f * (y + 1) + 0.11f * haze);
        foreach (var disc in discs)
        {
            var (dx, dy) = (x - disc.X, y - disc.Y);
            var square = dx * dx + dy * dy;
            if (square > disc.Size * disc.Size * 2.56f) continue;
            var d = MathF.Sqrt(square) / disc.Size;
            // A disc with a brighter rim, as an open lens draws a point of light. The rim is 0.04 wide at least, or enlarging shows steps.
            var rim = Math.Clamp((1 - d) * disc.Size / 0.04f + 0.5f, 0, 1);
            var body = rim * rim * (3 - 2 * rim);
            colour += disc.Colour * (body * (0.3f + 0.3f * d * d) + 0.125f * MathF.Max(0, 1.6f - d));
        }
        return colour;
    }
}
