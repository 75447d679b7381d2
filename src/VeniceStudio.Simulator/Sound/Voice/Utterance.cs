namespace VeniceStudio.Simulator.Sound.Voice;

/// <summary>A phone at its moment: seconds from the start of the utterance, pitch in hertz.</summary>
internal readonly record struct Spoken(Phone Phone, double Start, double Seconds, double Pitch, double Gain)
{
    public double End => Start + Seconds;
}

/// <summary>Phones in time, and the words they spell.</summary>
internal sealed record Utterance(IReadOnlyList<Spoken> Phones, IReadOnlyList<SoundWord> Words, double Seconds);

/// <summary>A word and when it sounds; seconds from the start of the sound.</summary>
/// <param name="Word">As it was written.</param>
/// <param name="Start">First moment.</param>
/// <param name="End">Last moment.</param>
/// <param name="Line">Number of the line or sentence that it belongs to, from 0.</param>
public sealed record SoundWord(string Word, double Start, double End, int Line);
