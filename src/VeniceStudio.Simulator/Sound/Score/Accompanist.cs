using VeniceStudio.Simulator.Sound.Synth;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>Plays the chords.</summary>
internal sealed class Accompanist(Band band)
{
    private static readonly Patch Pad = new(Shape.Saw, 0.25, 2, 0.8, 0.5, Detune: 9, Cutoff: 1300, Sweep: 500);
    private static readonly Patch Organ = new(Shape.Hollow, 0.015, 1, 0.85, 0.08, Detune: 4, Cutoff: 2200);
    private static readonly Patch Spark = new(Shape.Soft, 0.003, 0.12, 0.08, 0.1, Cutoff: 2600, Sweep: 2400);
    private ulong stroke;

    public void Play()
    {
        foreach (var part in band.Parts)
        {
            for (var bar = part.First; bar < part.First + part.Bars; bar++)
            {
                var chord = band.Harmony.Chord(band.Harmony.Step(part, bar), seventh: band.Style.Swing > 0.5);
                Bar(part, bar, chord);
                if (band.Style.Electronic && part.Role is Role.Chorus or Role.Bridge) Arpeggio(part, bar, chord);
                // A bed under the loud parts ties the strokes together.
                if (band.Style.Chords is not Harmonist.Pad && part.Energy > 0.7) Hold(bar, 0, band.Grid.Metre, chord, Pad, 0.028);
            }
        }
        foreach (var note in band.Harmony.Chord(0)) band.Stage.Add(new BellTone(band.Final, 2.5, Harmony.Hertz(note), 0.6, Seat.At(0.1, 0, 0.3)));
    }

    private void Bar(Part part, int bar, int[] chord)
    {
        var loud = 0.75 + 0.35 * part.Energy;
        switch (band.Style.Chords)
        {
            case Harmonist.Pad:
                Hold(bar, 0, band.Grid.Metre, chord, Pad, 0.07 * loud);
                break;
            case Harmonist.Organ when part.Energy > 0.7:
                for (var beat = 0.0; beat < band.Grid.Metre; beat += 0.5) Hold(bar, beat, 0.4, chord, Organ, (beat % 1 == 0 ? 0.075 : 0.055) * loud);
                break;
            case Harmonist.Organ:
                Hold(bar, 0, band.Grid.Metre - 0.1, chord, Organ, 0.055 * loud);
                break;
            case Harmonist.Guitar:
                foreach (var (beat, down) in Strums(part.Energy)) Strum(bar, beat, chord, down, 0.16 * loud);
                break;
            default:
                Keys(part, bar, chord, 0.12 * loud);
                break;
        }
    }

    private void Keys(Part part, int bar, int[] chord, double gain)
    {
        if (band.Grid.Metre == 3)
        {
            foreach (var beat in (double[])[1, 2]) Strike(bar, beat, 0.9, chord, gain * 0.8);
        }
        else if (part.Energy > 0.7)
        {
            for (var beat = 0; beat < band.Grid.Metre; beat++) Strike(bar, beat, 0.95, chord, gain * (beat == 0 ? 1 : 0.8));
        }
        else
        {
            // Broken: root, fifth, third … in halves of a beat.
            int[] path = [0, 2, 1, 2, chord.Length - 1, 2, 1, 2];
            for (var i = 0; i < band.Grid.Metre * 2; i++) Strike(bar, i / 2.0, 1.4, [chord[path[i % 8]]], gain * (i == 0 ? 1.1 : 0.85));
        }
    }

    private void Strike(int bar, double beat, double beats, int[] notes, double gain)
    {
        foreach (var note in notes)
        {
            var seat = Seat.At(gain, (note - 60) / 30.0, 0.2, band.Style.Electronic);
            band.Stage.Add(new BellTone(band.Grid.At(bar, beat), beats * band.Grid.Beat, Harmony.Hertz(note), 0.7, seat));
        }
    }

    private (double Beat, bool Down)[] Strums(double energy) => band.Grid.Metre == 3 ? [(0, true), (1, true), (2, true), (2.5, false)]
        : energy > 0.7 ? [(0, true), (1, true), (1.5, false), (2.5, false), (3, true), (3.5, false)] : [(0, true), (1.5, false), (2, true), (3, true)];

    private void Strum(int bar, double beat, int[] chord, bool down, double gain)
    {
        int[] strings = [chord[0] - 12, chord[1] - 12, .. chord, chord[0] + 12];
        if (!down) strings = [.. strings.Reverse().Take(4)];
        for (var i = 0; i < strings.Length; i++)
        {
            // The hand needs 9 ms from string to string; the first one is on the beat.
            var seat = Seat.At(gain * (down ? 1 : 0.7), -0.25 + 0.1 * (i - 2), 0.12);
            band.Stage.Add(new StringTone(band.Grid.At(bar, beat) + i * 0.009, band.Grid.Beat * 1.3, Harmony.Hertz(strings[i]), 0.8,
                band.SeedOf("strum") + stroke++, seat));
        }
    }

    private void Hold(int bar, double beat, double beats, int[] chord, Patch patch, double gain)
    {
        for (var i = 0; i < chord.Length; i++)
        {
            var seat = Seat.At(gain, (i - 1) * 0.5, 0.25, band.Style.Electronic);
            band.Stage.Add(new WaveTone(band.Grid.At(bar, beat), beats * band.Grid.Beat, Harmony.Hertz(chord[i]), patch, seat));
        }
    }

    private void Arpeggio(Part part, int bar, int[] chord)
    {
        int[] notes = [chord[0], chord[1], chord[2], chord[0] + 12, chord[2], chord[1]];
        for (var i = 0; i < band.Grid.Metre * 4; i++)
        {
            var note = notes[(i + bar % 2) % notes.Length] + 12;
            var seat = Seat.At(0.085 * part.Energy * (i % 4 == 0 ? 1 : 0.75), i % 2 == 0 ? -0.4 : 0.4, 0.35, ducked: true);
            band.Stage.Add(new WaveTone(band.Grid.At(bar, i / 4.0), band.Grid.Beat / 4 * 0.7, Harmony.Hertz(note), Spark, seat));
        }
    }
}
