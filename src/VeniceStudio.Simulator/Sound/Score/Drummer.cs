using VeniceStudio.Simulator.Sound.Synth;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>Plays the kit: a rhythm for each part, a fill where a part ends, a crash where one begins.</summary>
internal sealed class Drummer(Band band)
{
    /// <summary>A bar in quarters of a beat.</summary>
    private sealed record Groove(string Kick, string Snare, string Hat, Drum Back = Drum.Snare, Drum Top = Drum.Hat);

    private static readonly Dictionary<string, (Groove Verse, Groove Chorus)> Grooves = new()
    {
        ["pop"] = (new("x.....x.x.......", "....x.......x...", "x.x.x.x.x.x.x.x."), new("x..x..x.x.x.....", "....x.......x...", "x.x.x.x.x.x.x.x.", Top: Drum.OpenHat)),
        ["rock"] = (new("x.....x.x.......", "....x.......x...", "x.x.x.x.x.x.x.x."), new("x.x...x.x.x.....", "....x.......x...", "x...x...x...x...", Top: Drum.Ride)),
        ["four"] = (new("x...x...x...x...", "................", "..x...x...x...x."), new("x...x...x...x...", "....x.......x...", "xxXxxxXxxxXxxxXx", Drum.Clap)),
        ["break"] = (new("x.........x.....", "....x.......x...", "x.x.x.x.x.x.x.x."), new("x.........x.....", "....x..o.o..x..o", "x.x.x.x.x.x.x.x.", Top: Drum.Ride)),
        ["hop"] = (new("x......x..x.....", "....x.......x...", "x.x.x.x.x.x.x.x."), new("x..x...x..x...x.", "....x.......x...", "x.xxx.x.x.xxx.x.", Drum.Clap)),
        ["swing"] = (new("o.......o.......", "..............o.", "x...x.x.x...x.x.", Drum.Rim, Drum.Ride), new("x.......x.......", "......o.......x.", "x...x.x.x...x.x.", Drum.Snare, Drum.Ride)),
        ["ballad"] = (new("x.......x.......", "....x.......x...", "x...x...x...x...", Drum.Rim), new("x.......x.x.....", "....x.......x...", "x.x.x.x.x.x.x.x.")),
        ["folk"] = (new("x.......x.......", "....x.......x...", "x.x.x.x.x.x.x.x.", Drum.Rim, Drum.Shaker), new("x.......x.x.....", "....x.......x...", "x.xxx.xxx.xxx.xx", Drum.Snare, Drum.Shaker)),
        ["sparse"] = (new("x...............", "................", "................"), new("x.........x.....", "................", "x.x.x.x.x.x.x.x.", Top: Drum.Shaker)),
        ["waltz"] = (new("x...........", "....x...x...", "x...x...x...", Drum.Rim), new("x.........o.", "....x...x...", "x.x.x.x.x.x.", Drum.Snare)),
    };

    private readonly DrumKit kit = new(band.SeedOf("kit"), band.Style.Electronic);

    public void Play()
    {
        var (verse, chorus) = Grooves[band.Style.Beat];
        foreach (var part in band.Parts)
        {
            for (var bar = part.First; bar < part.First + part.Bars; bar++)
            {
                var into = bar - part.First;
                Bar(part, bar, Thinned(part, into, part.Role is Role.Chorus ? chorus : verse));
                if (into == part.Bars - 1 && part.Bars > 1 && part.Role is not Role.Outro) Fill(bar, part.Energy);
            }
            if (part.Role is Role.Chorus or Role.Bridge && band.Style.Beat is not "sparse") Hit(Drum.Crash, band.Grid.At(part.First, 0), 0.2 * part.Energy, 0.3);
        }
        Hit(Drum.Kick, band.Final, 0.7, 0);
        Hit(Drum.Crash, band.Final, 0.16, -0.3);
    }

    // The intro gathers, the bridge holds back, the outro leaves one by one.
    private static Groove Thinned(Part part, int into, Groove groove) => part.Role switch
    {
        Role.Intro when into * 2 < part.Bars => groove with { Kick = "", Snare = "" },
        Role.Intro => groove with { Snare = "" },
        Role.Bridge => groove with { Hat = "x...x...x...x..."[..groove.Kick.Length], Top = Drum.Ride, Kick = Only(groove.Kick), Snare = "" },
        Role.Outro when into * 2 >= part.Bars => groove with { Snare = "", Kick = Only(groove.Kick) },
        _ => groove,
    };

    private static string Only(string line) => line[..1] + new string('.', line.Length - 1);

    private void Bar(Part part, int bar, Groove groove)
    {
        var full = 0.7 + 0.3 * part.Energy;
        Line(groove.Kick, Drum.Kick, bar, 0.86 * full, 0);
        Line(groove.Snare, groove.Back, bar, (groove.Back is Drum.Rim ? 0.3 : 0.5) * full, 0.04);
        var top = groove.Top switch { Drum.Hat => 0.13, Drum.OpenHat => 0.075, Drum.Ride => 0.1, _ => 0.12 };
        Line(groove.Hat, groove.Top, bar, top * full, groove.Top is Drum.Ride ? -0.35 : 0.3);
    }

    private void Line(string steps, Drum drum, int bar, double gain, double pan)
    {
        for (var i = 0; i < steps.Length && i < band.Grid.Metre * 4; i++)
        {
            if (steps[i] == '.') continue;
            // On the beat firm, between lighter: the same stroke every time would sound like a sewing machine.
            var accent = (i % 4 == 0 ? 1 : i % 2 == 0 ? 0.78 : 0.6) * (steps[i] == 'o' ? 0.4 : steps[i] == 'X' ? 1.5 : 1);
            var at = band.Grid.At(bar, i / 4.0);
            if (drum is Drum.Kick) band.Kicks.Add(at);
            Hit(drum, at, gain * (drum is Drum.Kick or Drum.Snare or Drum.Clap ? Math.Max(accent, 0.4) : accent), pan);
        }
    }

    private void Fill(int bar, double energy)
    {
        if (band.Style.Beat is "sparse") return;
        var steps = band.Grid.Metre * 4;
        var from = steps - (energy > 0.7 ? 8 : 4);
        Drum[] falling = band.Style.Electronic ? [Drum.Snare, Drum.Snare, Drum.Snare, Drum.Clap] : [Drum.Snare, Drum.HighTom, Drum.MidTom, Drum.LowTom];
        for (var i = from; i < steps; i++)
        {
            var drum = falling[(i - from) * falling.Length / (steps - from)];
            Hit(drum, band.Grid.At(bar, i / 4.0), 0.22 + 0.2 * (i - from) / (steps - from), drum switch { Drum.HighTom => 0.3, Drum.LowTom => -0.3, _ => 0 });
        }
    }

    private void Hit(Drum drum, double at, double gain, double pan)
    {
        var send = drum switch { Drum.Kick => 0.02, Drum.Snare or Drum.Clap or Drum.Rim => 0.22, Drum.Crash => 0.15, _ => 0.08 };
        band.Stage.Add(new DrumTone(at, drum, kit, Seat.At(gain, pan, send)));
    }
}
