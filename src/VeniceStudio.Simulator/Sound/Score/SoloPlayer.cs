using VeniceStudio.Simulator.Sound.Synth;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>Plays the tune on an instrument: everywhere when nobody sings, else only before and after the words.</summary>
internal sealed class SoloPlayer(Band band, IReadOnlyDictionary<Role, Tune> tunes, bool withSinger)
{
    private static readonly Patch Flute = new(Shape.Soft, 0.045, 0.6, 0.75, 0.12, Cutoff: 3200, Sweep: 600, Vibrato: 16);
    private static readonly Patch Reed = new(Shape.Hollow, 0.02, 0.5, 0.7, 0.09, Detune: 5, Cutoff: 2400, Sweep: 1600, Vibrato: 10);
    private static readonly Patch Bow = new(Shape.Saw, 0.11, 1, 0.85, 0.2, Detune: 7, Cutoff: 2100, Vibrato: 14);

    public void Play()
    {
        foreach (var part in band.Parts.Where(Plays))
        {
            var tune = tunes[part.Role is Role.Intro or Role.Outro ? Role.Chorus : part.Role];
            for (var into = 0; into < part.Bars; into++) Bar(part, into, tune);
        }
    }

    private bool Plays(Part part) => part.Role is Role.Intro or Role.Outro || !withSinger && part.Role is not Role.Bridge;

    private void Bar(Part part, int into, Tune tune)
    {
        var chord = band.Harmony.Step(part, part.First + into);
        var nth = 0;
        foreach (var (beat, length) in tune.Rhythm(into))
        {
            // In verses every other bar is left to the listener.
            if (part.Role is Role.Verse && into % 2 == 1 && nth > 1) continue;
            var step = tune.Step(into, nth++, chord, beat % 1 == 0);
            Note(part.First + into, beat, length, band.Harmony.Note(step, 1), 0.1 + 0.05 * part.Energy);
        }
    }

    private void Note(int bar, double beat, double length, int note, double gain)
    {
        var (start, seconds) = (band.Grid.At(bar, beat), length * band.Grid.Beat * 0.94);
        var seat = Seat.At(gain, 0.12, 0.32);
        band.Stage.Add(band.Style.Solo switch
        {
            Soloist.Bell => new BellTone(start, seconds, Harmony.Hertz(note), 0.9, seat),
            Soloist.Reed => new WaveTone(start, seconds, Harmony.Hertz(note), Reed, seat),
            Soloist.Strings => new WaveTone(start, seconds, Harmony.Hertz(note), Bow, seat),
            _ => new WaveTone(start, seconds, Harmony.Hertz(note), Flute, seat),
        });
    }
}
