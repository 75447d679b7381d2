using System.Numerics;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>Curtains of light above a dark ridge, under a few stars.</summary>
internal sealed class AuroraScene(Palette palette, Dice dice) : Scene(palette)
{
    private readonly float phase = dice.Between(0, 40);
    private readonly float pace = dice.Between(0.25f, 0.5f);
    private readonly float lean = dice.Between(-0.4f, 0.4f);

    public override Vector3 At(float x, float y, float t)
    {
        var ridge = 0.62f + 0.16f * Wave(x * 1.3f + t * 0.05f, phase);
        var sky = Palette.At(0.1f + 0.14f * (y + 1));
        var colour = sky + Vector3.One * Star(x - t * 0.01f, y, t);
        for (var curtain = 0; curtain < 3; curtain++)
        {
            var drift = phase + curtain * 9 + t * pace * (1 + curtain * 0.3f);
            var foot = -0.05f + curtain * 0.12f + 0.3f * Wave(x * 0.9f + lean * y, drift * 0.5f);
            var above = foot - y;
            var fold = 0.55f + 0.45f * Wave(x * 5.5f + curtain * 2, drift * 1.3f);
            var strength = above > 0 ? MathF.Exp(-above * 1.9f) : MathF.Exp(above * 14);
            colour += Vector3.Lerp(Palette.Bright, Palette.Middle, curtain / 2f) * strength * fold * 0.75f;
        }
        var land = Math.Clamp((y - ridge) * 14 + 0.5f, 0, 1);
        return Vector3.Lerp(colour, Palette.Night * (0.9f - 0.5f * (y - ridge)), land);
    }

    private static float Star(float x, float y, float t)
    {
        var (cx, cy) = ((int)MathF.Floor(x * 22), (int)MathF.Floor(y * 22));
        var chance = Spot(cx, cy);
        if (chance < 0.972f || y > 0.3f) return 0;
        var d = new Vector2(x * 22 - cx - 0.5f, y * 22 - cy - 0.5f).Length();
        return Glow(d, 0.22f) * (0.45f + 0.35f * Sin(t * 2.2f + chance * 900)) * (1 - d) * 0.9f;
    }
}
