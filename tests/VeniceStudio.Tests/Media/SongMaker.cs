namespace VeniceStudio.Tests.Media;

/// <summary>
/// Plays a song whose form, bars and repeats are known, from a plan and a style: drums, bass, chords and a lead that are the same in
/// every section of one letter but for what players vary (mix, notes here and there, fills, a key change). The same seed makes the
/// same song.
/// </summary>
public sealed class SongMaker
{
    public const int Rate = 22_050;
    private const int StepsPerBeat = 4;

    private readonly SongMakerPlan _plan;
    private readonly SongMakerStyle _style;
    private readonly Random _random;
    private readonly SongMakerVoices _voices;
    private readonly double[] _bars;
    private readonly float[] _song;
    private readonly int _key;

    private SongMaker(SongMakerPlan plan)
    {
        (_plan, _style, _random) = (plan, plan.Style, new Random(plan.Seed));
        _key = _random.Next(-5, 7);
        _bars = BarTimes();
        _song = new float[(int)((_bars[^1] + 1.2) * Rate)];
        _voices = new SongMakerVoices(_song, new Random(plan.Seed + 1));
    }

    public static MadeSong Make(SongMakerPlan plan) => new SongMaker(plan).Play();

    private MadeSong Play()
    {
        var parts = new Dictionary<char, SongMakerPart>();
        foreach (var letter in "VCPBDK") parts[letter] = SongMakerPart.Of(letter, _style, _random, parts);
        var (bar, sections) = (0, new List<MadeSection>());
        for (var i = 0; i < _plan.Sections.Count; i++)
        {
            var (letter, bars) = _plan.Sections[i];
            var (part, source) = letter switch
            {
                'I' => (parts['V'].Thinner(_random), 'V'),
                'O' => (parts['C'].Thinner(_random), 'C'),
                _ => (parts[letter], letter),
            };
            var lifted = _plan.Lift != 0 && i >= _plan.Sections.Count - 2 && letter is 'C' or 'O' ? _plan.Lift : 0;
            Section(part, bar, bars, lifted, i + 1 < _plan.Sections.Count);
            sections.Add(new MadeSection(letter, source, _bars[bar], _bars[bar + bars]));
            bar += bars;
        }
        return new MadeSong(_plan, Mixed(), _bars, sections);
    }

    private double[] BarTimes()
    {
        var bars = new double[_plan.Sections.Sum(section => section.Bars) + 1];
        bars[0] = _plan.Lead;
        var drift = 0.0;
        for (var i = 1; i < bars.Length; i++)
        {
            drift = Math.Clamp(drift + (_random.NextDouble() - 0.5) * _style.Wobble, -0.02, 0.02);
            bars[i] = bars[i - 1] + _plan.Meter * 60 / (_plan.Tempo * (1 + drift));
        }
        return bars;
    }

    private void Section(SongMakerPart part, int first, int bars, int lift, bool fills)
    {
        var (gain, hats, pad) = (1 + (_random.NextSingle() - 0.5f) * 0.3f, _random.NextDouble() < 0.3, _random.NextDouble() < 0.25);
        if (part.Drums >= 2 && _random.NextDouble() < 0.6) _voices.Drum(SongMakerDrum.Crash, _bars[first], 0.35f * gain);
        for (var bar = 0; bar < bars; bar++)
        {
            var fill = fills && bar == bars - 1 && part.Drums > 0 && _random.NextDouble() < _style.Fills;
            Drums(part, first + bar, fill, hats, gain);
            Harmony(part, first + bar, bar, lift, pad, gain);
        }
    }

    private void Drums(SongMakerPart part, int bar, bool fill, bool extraHats, float gain)
    {
        if (part.Drums == 0) return;
        var steps = _plan.Meter * StepsPerBeat;
        for (var step = 0; step < steps; step++)
        {
            if (fill && step >= steps / 2)
            {
                if (step % 2 == 0 || _random.NextDouble() < 0.5) _voices.Drum(_random.Next(2) == 0 ? SongMakerDrum.Tom : SongMakerDrum.Snare, At(bar, step), 0.5f * gain);
                continue;
            }
            if (On(part.Kick, step)) _voices.Drum(SongMakerDrum.Kick, At(bar, step), 0.8f * gain);
            if (part.Drums > 1 && On(part.Snare, step)) _voices.Drum(_style.Clap ? SongMakerDrum.Clap : SongMakerDrum.Snare, At(bar, step), 0.55f * gain);
            if (On(part.Hat, step) || (extraHats && step % 2 == 0))
                _voices.Drum(part.Drums > 2 && step % 4 == 2 ? SongMakerDrum.OpenHat : SongMakerDrum.Hat, At(bar, step), (step % 4 == 0 ? 0.22f : 0.15f) * gain);
        }
    }

    private void Harmony(SongMakerPart part, int bar, int within, int lift, bool pad, float gain)
    {
        var (root, minor) = part.Chords[within % part.Chords.Count];
        var (start, end) = (_bars[bar], _bars[bar + 1]);
        var key = 48 + _key + root + lift;
        int[] chord = [key + 12, key + 12 + (minor ? 3 : 4), key + 19];
        var steps = _plan.Meter * StepsPerBeat;
        if (part.ChordLevel > 0)
        {
            for (var step = 0; step < steps; step++)
                if (On(part.Comp, step))
                    foreach (var pitch in chord) _voices.Note(part.ChordVoice, pitch, At(bar, step), part.Sustains ? (end - start) * (steps - step) / steps : 0.35, part.ChordLevel * 0.11f * gain);
        }
        if (pad || part.ChordLevel == 0) foreach (var pitch in chord) _voices.Note(SongMakerVoice.Pad, pitch, start, end - start, 0.05f * gain);
        if (part.BassLevel > 0)
            for (var step = 0; step < steps; step++)
                if (On(part.Bass, step)) _voices.Note(_style.BassVoice, key - 12 + (step % 8 == 6 ? 7 : 0), At(bar, step), 0.3, part.BassLevel * 0.3f * gain);
        if (part.LeadLevel > 0) Lead(part, bar, within, lift, gain);
    }

    private void Lead(SongMakerPart part, int bar, int within, int lift, float gain)
    {
        foreach (var (step, degree, length) in part.Melody[within % part.Melody.Count])
        {
            if (_random.NextDouble() < 0.06) continue;
            var varied = _random.NextDouble() < 0.1 ? degree + _random.Next(-1, 2) : degree;
            var pitch = 72 + _key + lift + SongMakerPart.Scale(varied, _style.Minor);
            _voices.Note(part.LeadVoice, pitch, At(bar, step), length * _plan.BeatSeconds / StepsPerBeat * 0.9, part.LeadLevel * 0.18f * gain);
        }
    }

    private double At(int bar, int step)
    {
        var steps = _plan.Meter * StepsPerBeat;
        var swung = step % 2 == 1 ? step + _style.Swing : step;
        return Math.Max(0, _bars[bar] + (_bars[bar + 1] - _bars[bar]) * swung / steps + (_random.NextDouble() - 0.5) * 0.008);
    }

    private static bool On(string pattern, int step) => pattern[step % pattern.Length] != '.';

    private float[] Mixed()
    {
        var random = new Random(_plan.Seed + 2);
        for (var i = 0; i < _song.Length; i++) _song[i] = MathF.Tanh(_song[i] * 1.1f) + (random.NextSingle() - 0.5f) * _style.Hiss;
        return _song;
    }
}
