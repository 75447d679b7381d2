using VeniceStudio.Simulator.Sound.Synth;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>Plays the root of every chord, in the manner of the style.</summary>
internal sealed class Bassist(Band band)
{
    private static readonly Patch Finger = new(Shape.Saw, 0.006, 0.35, 0.55, 0.06, Cutoff: 420, Sweep: 900);
    private static readonly Patch Machine = new(Shape.Saw, 0.004, 0.18, 0.35, 0.04, Cutoff: 300, Sweep: 1500);
    private static readonly Patch Double = new(Shape.Soft, 0.012, 0.5, 0.3, 0.09, Cutoff: 600, Sweep: 500);

    public void Play()
    {
        foreach (var part in band.Parts.Where(part => part.Role is not Role.Intro))
        {
            for (var bar = part.First; bar < part.First + part.Bars; bar++) Bar(part, bar);
        }
        Note(band.Final, 1.6, band.Harmony.Bass(0), 0.3);
    }

    private void Bar(Part part, int bar)
    {
        var (root, gain) = (band.Harmony.Bass(band.Harmony.Step(part, bar)), 0.23 + 0.08 * part.Energy);
        foreach (var (beat, length, step) in Steps(part.Role is Role.Chorus, part.Role is Role.Bridge or Role.Outro))
        {
            if (beat >= band.Grid.Metre) continue;
            var end = Math.Min(beat + length, band.Grid.Metre);
            Note(band.Grid.At(bar, beat), band.Grid.At(bar, end) - band.Grid.At(bar, beat) - 0.02, root + step, gain * (beat == 0 ? 1 : 0.85));
        }
    }

    // Beat, length in beats, semitones above the root.
    private (double Beat, double Length, int Step)[] Steps(bool chorus, bool calm) => band.Style.Beat switch
    {
        _ when calm => [(0, band.Grid.Metre, 0)],
        "four" => [(0.5, 0.5, 0), (1.5, 0.5, 0), (2.5, 0.5, 0), (3.5, 0.5, chorus ? 12 : 0)],
        "break" => [(0, 1.5, 0), (2.5, 1, 0), (3.5, 0.5, 7)],
        "swing" => [(0, 1, 0), (1, 1, 7), (2, 1, 12), (3, 1, 7)],
        "waltz" => chorus ? [(0, 1, 0), (2, 1, 7)] : [(0, 2, 0)],
        "hop" => [(0, 1.5, 0), (1.75, 0.75, 0), (2.5, 1, 0)],
        "ballad" or "sparse" or "folk" => chorus ? [(0, 1.5, 0), (1.5, 0.5, 0), (2, 2, 7)] : [(0, 3.5, 0), (3.5, 0.5, 7)],
        _ => chorus ? [(0, 0.5, 0), (0.5, 0.5, 0), (1, 0.5, 0), (1.5, 0.5, 0), (2, 0.5, 0), (2.5, 0.5, 0), (3, 0.5, 0), (3.5, 0.5, 7)]
            : [(0, 1.5, 0), (1.5, 0.5, 0), (2, 1.5, 0), (3.5, 0.5, 7)],
    };

    private void Note(double start, double seconds, int note, double gain)
    {
        var patch = band.Style.Electronic ? Machine : band.Style.Beat is "swing" or "waltz" or "folk" ? Double : Finger;
        var seat = Seat.At(gain, ducked: band.Style.Electronic);
        band.Stage.Add(new WaveTone(start, Math.Max(0.08, seconds), Harmony.Hertz(note), patch, seat));
        // Small loudspeakers lose the saw's root under the kick; a sine an octave up, very soft, tells them the note.
        band.Stage.Add(new WaveTone(start, Math.Max(0.08, seconds), Harmony.Hertz(note), new Patch(Shape.Sine, 0.008, 1, 0.9, 0.05), Seat.At(gain * 0.8)));
    }
}
