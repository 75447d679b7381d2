namespace VeniceStudio.Simulator.Sound.Synth;

/// <summary>Everything that sounds, and how it is put together.</summary>
/// <param name="Tones">In any order.</param>
/// <param name="Seconds">Exact length.</param>
internal sealed record Session(IReadOnlyList<Tone> Tones, double Seconds)
{
    /// <summary>Reflection share of the room.</summary>
    public double RoomSize { get; init; } = 0.8;

    /// <summary>When the kick pushes the rest aside, in seconds; empty for none.</summary>
    public IReadOnlyList<double> Pumps { get; init; } = [];

    /// <summary>Gain before the limiter.</summary>
    public double Drive { get; init; } = 1;

    /// <summary>Seconds that the end takes to fade; 0 lets it run on into its beginning.</summary>
    public double Fade { get; init; } = 0.6;
}

/// <summary>Plays a session block by block: memory stays small however long the song is.</summary>
internal sealed class Mixer
{
    private readonly Session session;
    private readonly Tone[] waiting;
    private readonly List<Tone> sounding = [];
    private readonly Room room;
    private readonly Bus bus = new();
    private readonly long length;
    private int next;
    private int pump;

    public Mixer(Session session)
    {
        this.session = session;
        waiting = [.. session.Tones.OrderBy(tone => tone.Start)];
        room = new Room(session.RoomSize);
        length = Tone.ToSamples(session.Seconds);
    }

    /// <summary>The next block as interleaved stereo, between -1 and 1; empty at the end. Overwritten by the next call.</summary>
    public IEnumerable<ReadOnlyMemory<float>> Blocks()
    {
        var stereo = new float[Bus.Size * 2];
        for (long from = 0; from < length; from += Bus.Size)
        {
            var count = (int)Math.Min(Bus.Size, length - from);
            bus.Clear();
            while (next < waiting.Length && waiting[next].Start < from + count) sounding.Add(waiting[next++]);
            foreach (var tone in sounding) tone.Mix(bus, from, count);
            sounding.RemoveAll(tone => tone.End <= from + count);
            Duck(from, count);
            room.Add(bus.Send.AsSpan(0, count), bus.Left, bus.Right);
            Master(stereo, from, count);
            yield return stereo.AsMemory(0, count * 2);
        }
    }

    private void Duck(long from, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var gain = session.Pumps.Count == 0 ? 1 : Pump(from + i);
            bus.Left[i] += bus.DuckedLeft[i] * gain;
            bus.Right[i] += bus.DuckedRight[i] * gain;
        }
    }

    private float Pump(long sample)
    {
        while (pump + 1 < session.Pumps.Count && Tone.ToSamples(session.Pumps[pump + 1]) <= sample) pump++;
        var since = (sample - Tone.ToSamples(session.Pumps[pump])) / (double)Tone.Rate;
        return since is < 0 or > 0.3 ? 1 : (float)(0.35 + 0.65 * Math.Min(1, since / 0.22));
    }

    // A soft knee instead of a wall: peaks bend, nothing clips, and a hair of headroom is left for the encoder's overshoot.
    private void Master(float[] stereo, long from, int count)
    {
        var drive = (float)session.Drive;
        for (var i = 0; i < count; i++)
        {
            var left = (length - from - i) / (double)Tone.Rate;
            var gain = session.Fade > 0 && left < session.Fade ? (float)(left / session.Fade) : 1;
            stereo[2 * i] = 0.86f * MathF.Tanh(bus.Left[i] * drive) * gain;
            stereo[2 * i + 1] = 0.86f * MathF.Tanh(bus.Right[i] * drive) * gain;
        }
    }
}
