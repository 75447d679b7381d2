namespace VeniceStudio.Simulator.Sound.Synth;

/// <summary>Something that sounds from one moment to another. Blocks ask it in order, so it may remember where it was.</summary>
/// <param name="start">First sample.</param>
/// <param name="length">Samples, release included.</param>
/// <param name="seat">Where it sits.</param>
internal abstract class Tone(long start, long length, Seat seat)
{
    public const int Rate = 44100;

    public long Start => start;

    public long End => start + length;

    public static long ToSamples(double seconds) => (long)Math.Round(seconds * Rate);

    /// <summary>Adds what falls into the block that begins at <paramref name="from"/>.</summary>
    public void Mix(Bus bus, long from, int count)
    {
        var at = (int)Math.Max(0, start - from);
        var end = (int)Math.Min(count, End - from);
        if (end <= at) return;
        var sound = bus.Scratch.AsSpan(0, end - at);
        Fill(sound, Math.Max(0, from - start));
        bus.Place(sound, at, seat);
    }

    /// <summary>Writes the samples from <paramref name="age"/> on.</summary>
    protected abstract void Fill(Span<float> sound, long age);
}
