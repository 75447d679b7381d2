namespace VeniceStudio.Tests.Media;

public enum SongMakerVoice { Pad, Piano, Pluck, Organ, Drive, Voice, Square, Flute, SawBass, RoundBass }

public enum SongMakerDrum { Kick, Snare, Clap, Hat, OpenHat, Tom, Crash }

/// <summary>The instruments: notes from one turn of their wave, drums from a recording made once.</summary>
public sealed class SongMakerVoices
{
    private const int Turn = 2048;
    private readonly float[] _song;
    private readonly Random _random;
    private readonly Dictionary<SongMakerVoice, float[]> _waves = [];
    private readonly Dictionary<SongMakerDrum, float[]> _drums = [];

    public SongMakerVoices(float[] song, Random random)
    {
        (_song, _random) = (song, random);
        foreach (var voice in Enum.GetValues<SongMakerVoice>()) _waves[voice] = Wave(voice);
        foreach (var drum in Enum.GetValues<SongMakerDrum>()) _drums[drum] = Strike(drum);
    }

    public void Drum(SongMakerDrum drum, double at, float gain)
    {
        var (hit, first) = (_drums[drum], (int)(at * SongMaker.Rate));
        var loud = gain * (0.85f + _random.NextSingle() * 0.3f);
        for (var i = 0; i < hit.Length && first + i < _song.Length; i++) _song[first + i] += hit[i] * loud;
    }

    public void Note(SongMakerVoice voice, int pitch, double at, double seconds, float gain)
    {
        var (wave, first) = (_waves[voice], (int)(at * SongMaker.Rate));
        var step = 440 * Math.Pow(2, (pitch - 69) / 12.0) * Turn / SongMaker.Rate;
        var (attack, fall, release) = voice switch
        {
            SongMakerVoice.Pad => (0.08f, 0f, 0.15f),
            SongMakerVoice.Piano => (0.004f, 2.5f, 0.1f),
            SongMakerVoice.Pluck => (0.003f, 6f, 0.1f),
            SongMakerVoice.Voice or SongMakerVoice.Flute => (0.04f, 0f, 0.06f),
            _ => (0.005f, 0.5f, 0.04f),
        };
        var vibrato = voice is SongMakerVoice.Voice ? 0.006 : 0;
        var length = (int)((seconds + release) * SongMaker.Rate);
        var hold = (int)(seconds * SongMaker.Rate);
        var (envelope, rise, falling, fading) = (0f, 1 / (attack * SongMaker.Rate), MathF.Exp(-fall / SongMaker.Rate), MathF.Exp(-5 / (release * SongMaker.Rate)));
        var (phase, swing, level) = ((double)_random.Next(Turn), 2 * Math.PI * 5.5 / SongMaker.Rate, gain * (0.9f + _random.NextSingle() * 0.2f));
        var risen = false;
        for (var i = 0; i < length && first + i < _song.Length; i++)
        {
            if (!risen) risen = (envelope += rise) >= 1;
            else envelope *= i < hold ? falling : fading;
            _song[first + i] += wave[(int)phase & (Turn - 1)] * envelope * level;
            phase += vibrato > 0 ? step * (1 + vibrato * Math.Sin(i * swing)) : step;
        }
    }

    private static float[] Wave(SongMakerVoice voice)
    {
        Func<int, double> strength = voice switch
        {
            SongMakerVoice.Pad => h => Math.Exp(-h / 3.0),
            SongMakerVoice.Piano => h => 1 / Math.Pow(h, 1.6),
            SongMakerVoice.Pluck => h => h % 2 == 1 ? 1.0 / h : 0.4 / h,
            SongMakerVoice.Organ => h => h is 1 or 2 or 3 or 4 or 8 ? 0.6 : 0,
            SongMakerVoice.Drive => h => 1 / Math.Sqrt(h),
            SongMakerVoice.Voice => h => 1.0 / h * (1 + 3 * Math.Exp(-Math.Pow((h - 3) / 1.2, 2)) + 2 * Math.Exp(-Math.Pow((h - 6) / 1.0, 2))),
            SongMakerVoice.Square => h => h % 2 == 1 ? 1.0 / h : 0,
            SongMakerVoice.Flute => h => Math.Pow(0.25, h - 1),
            SongMakerVoice.SawBass => h => 1.0 / h,
            _ => h => Math.Pow(0.35, h - 1),
        };
        var wave = new float[Turn];
        for (var h = 1; h <= 12; h++)
            for (var i = 0; i < Turn; i++) wave[i] += (float)(strength(h) * Math.Sin(2 * Math.PI * h * i / Turn + h * h));
        var rms = MathF.Sqrt(wave.Sum(x => x * x) / Turn);
        for (var i = 0; i < Turn; i++) wave[i] *= 0.5f / rms;
        return wave;
    }

    private float[] Strike(SongMakerDrum drum)
    {
        var seconds = drum switch { SongMakerDrum.Crash => 1.4, SongMakerDrum.OpenHat => 0.25, SongMakerDrum.Hat => 0.06, SongMakerDrum.Kick or SongMakerDrum.Tom => 0.3, _ => 0.2 };
        var hit = new float[(int)(seconds * SongMaker.Rate)];
        var (phase, last) = (0.0, 0f);
        for (var i = 0; i < hit.Length; i++)
        {
            var t = (double)i / SongMaker.Rate;
            var noise = _random.NextSingle() * 2 - 1;
            var bright = noise - last;
            last = noise;
            var tone = drum switch { SongMakerDrum.Kick => 45 + 90 * Math.Exp(-t * 40), SongMakerDrum.Tom => 90 + 60 * Math.Exp(-t * 15), _ => 185 };
            phase += 2 * Math.PI * tone / SongMaker.Rate;
            var fall = Math.Exp(-t * 5 / seconds);
            hit[i] = (float)(fall * drum switch
            {
                SongMakerDrum.Kick or SongMakerDrum.Tom => Math.Sin(phase),
                SongMakerDrum.Snare => 0.5 * Math.Sin(phase) + 0.6 * noise,
                SongMakerDrum.Clap => 0.8 * noise * (t < 0.03 ? 0.6 + 0.4 * Math.Sin(t * 600) : 1),
                _ => 0.8 * bright,
            });
        }
        return hit;
    }
}
