using System.Numerics;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>Streaks of light rushing out of a glowing point, as from a car at night.</summary>
internal sealed class RushScene(Palette palette, Dice dice) : Scene(palette)
{
    private readonly float phase = dice.Between(0, 60);
    private readonly float speed = dice.Between(0.7f, 1.3f);
    private readonly float centreX = dice.Between(-0.4f, 0.4f);
    private readonly float centreY = dice.Between(-0.25f, 0.1f);

    public override Vector3 At(float x, float y, float t)
    {
        var dx = x - centreX - 0.08f * Sin(t * 0.5f);
        var dy = y - centreY;
        var radius = MathF.Sqrt(dx * dx + dy * dy) + 0.02f;
        var angle = MathF.Atan2(dy, dx) + t * 0.05f;
        var colour = Palette.At(0.42f - 0.2f * radius + 0.1f * Wave(angle * 2, phase + t * 0.3f));
        for (var layer = 0; layer < 2; layer++)
        {
            var lanes = 34 + layer * 22;
            var place = (angle / MathF.Tau + 1) * lanes + layer * 0.5f;
            var lane = (int)MathF.Floor(place);
            var chance = Spot(lane % lanes, layer + (int)phase);
            if (chance < 0.35f) continue;
            var across = 1 - MathF.Abs(place - lane - 0.5f) * 2;
            var along = MathF.Log(radius) * 0.55f - t * speed * (0.35f + chance * 0.5f) + chance * 17;
            var within = along - MathF.Floor(along);
            var tail = within * within * Math.Clamp((1 - within) * 12, 0, 1);
            colour += Palette.At(0.55f + 0.45f * chance) * across * across * tail * Math.Clamp(radius * 2.2f, 0, 1) * 0.95f;
        }
        return colour + Palette.Light * (Glow(radius, 0.13f) * 0.75f + Glow(radius, 0.6f) * 0.25f);
    }
}
