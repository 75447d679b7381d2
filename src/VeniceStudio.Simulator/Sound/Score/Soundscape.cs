using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound.Synth;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>A noise without a beat: waves of wind or water, and a few bells or blows in it.</summary>
internal static class Soundscape
{
    public static (Session Session, SongTruth Truth) Of(SoundRecipe recipe)
    {
        var dice = new Dice(recipe.Seed);
        var tones = new List<Tone>();
        for (var layer = 0; layer < 3; layer++)
        {
            // Whole swells within the length, so that a loop meets itself.
            var swells = Math.Max(1, Math.Round(recipe.Seconds / dice.Between(2.5f, 6)));
            tones.Add(new WindTone(recipe.Seconds, dice.Between(300, 3200), swells / recipe.Seconds, dice.Next(), Seat.At(0.2, (layer - 1) * 0.6, 0.2)));
        }
        var events = 1 + dice.Below(Math.Max(2, (int)(recipe.Seconds / 2)));
        for (var i = 0; i < events; i++)
        {
            var at = recipe.Seconds * (i + dice.Between(0.05f, 0.6f)) / events;
            tones.Add(new BellTone(at, 1.2, Harmony.Hertz(58 + dice.Pick((int[])[0, 2, 4, 7, 9, 12, 16])), dice.Between(0.4f, 1), Seat.At(0.22, dice.Between(-0.6f, 0.6f), 0.6)));
        }
        var session = new Session(tones, recipe.Seconds) { RoomSize = 0.86, Drive = 1.2, Fade = recipe.Loop ? 0 : Math.Min(0.4, recipe.Seconds / 4) };
        return (session, new SongTruth(recipe.Seconds, "", 0, 0, "", [], [], [], []));
    }

    private sealed class WindTone(double seconds, double centre, double swell, ulong seed, Seat seat) : Tone(0, ToSamples(seconds), seat)
    {
        private readonly Dice dice = new(seed);
        private float low;
        private float lower;
        private float high;

        protected override void Fill(Span<float> sound, long age)
        {
            for (var i = 0; i < sound.Length; i++)
            {
                var tide = 0.5 - 0.5 * Math.Cos(2 * Math.PI * swell * (age + i) / Rate);
                var open = (float)(2 * Math.PI * centre * (0.5 + tide) / Rate);
                low += open * (dice.Between(-1, 1) - low);
                lower += open * (low - lower);
                high += open * 0.15f * (lower - high);
                sound[i] = (lower - high) * (float)(0.3 + 1.6 * tide);
            }
        }
    }
}
