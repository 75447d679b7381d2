namespace VeniceStudio.Simulator.Rendering;

/// <summary>Repeatable numbers (SplitMix64). The framework's Random promises no fixed sequence between versions.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 up to, never reaching, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public float Between(float low, float high) => low + (high - low) * ((Next() >> 40) / (float)(1 << 24));

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
