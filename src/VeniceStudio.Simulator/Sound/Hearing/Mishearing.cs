using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound.Voice;

namespace VeniceStudio.Simulator.Sound.Hearing;

/// <summary>The mistakes that real listeners make, in the measure that a switch asks for. The same words get the same mistakes.</summary>
internal static class Mishearing
{
    private static readonly string[] Wrong =
        ["letters", "grow", "alone", "order", "where", "wear", "counted", "fridge", "sad", "knight", "only", "burrowed", "sew", "turned", "tied", "berry",
            "black", "like", "and", "uh", "oh", "the"];

    public static IReadOnlyList<SoundWord> Of(IReadOnlyList<SoundWord> words, ActiveFaults faults)
    {
        if (faults.Number("hear-wrong", 0.2) is { } share) words = Confuse(words, share);
        return faults.Number("hear-repeat", 6) is { } times ? Repeat(words, (int)times) : words;
    }

    // Exactly the share, spread evenly: most are other words, some are lost, some come twice.
    private static List<SoundWord> Confuse(IReadOnlyList<SoundWord> words, double share)
    {
        var dice = new Dice((ulong)words.Count);
        var heard = new List<SoundWord>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (Math.Floor((i + 1) * share + 1e-9) <= Math.Floor(i * share + 1e-9))
            {
                heard.Add(word);
                continue;
            }
            var middle = (word.Start + word.End) / 2;
            switch (dice.Below(5))
            {
                case 0:
                    break;
                case 1:
                    heard.Add(word with { End = middle });
                    heard.Add(word with { Start = middle });
                    break;
                default:
                    heard.Add(word with { Word = dice.Pick(Wrong) });
                    break;
            }
        }
        return heard;
    }

    // After the middle of the text its last four words come again and again, crowded into the time of two words.
    private static List<SoundWord> Repeat(IReadOnlyList<SoundWord> words, int times)
    {
        var at = words.Count / 2;
        if (at < 4) return [.. words];
        var phrase = words.Skip(at - 4).Take(4).ToList();
        var (from, room) = (words[at - 1].End, 0.4 / (4 * Math.Max(1, times)));
        var loop = Enumerable.Range(0, 4 * times).Select(i => phrase[i % 4] with { Start = from + i * room, End = from + (i + 1) * room });
        return [.. words.Take(at), .. loop, .. words.Skip(at)];
    }
}
