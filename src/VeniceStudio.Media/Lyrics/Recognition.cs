namespace VeniceStudio.Media.Lyrics;

/// <summary>What a machine recognised of a song, cleared of what it made up.</summary>
/// <param name="Words">In order of time, none overlapping, none without length, all inside the song.</param>
/// <param name="Invented">How many words were left out as made up.</param>
public sealed record Recognition(IReadOnlyList<HeardWord> Words, int Invented)
{
    /// <summary>Times that a machine gives are rounded to hundredths; a word is never shorter than this, in seconds.</summary>
    private const double Shortest = 0.02;

    /// <summary>How many times in a row a phrase comes back before it is looked at with suspicion.</summary>
    private const int Suspicious = 4;

    /// <summary>More often than this in a row no phrase of three words and more is taken for sung, unless the text has it so.</summary>
    private const int Absurd = 12;

    /// <summary>Longest phrase, in words, whose looping is looked for. Loops of transcribers are one to some twenty words long.</summary>
    private const int LongestPhrase = 24;

    /// <summary>Inventions are normal at the edges of a song; when they are a third of all words, the rest is not to be believed either.</summary>
    public bool IsBelievable => Words.Count > 0 && Invented * 2 < Words.Count;

    /// <summary>
    /// Takes what can be trusted. Transcribers fill music and silence with one phrase over and over; such loops run faster than
    /// anyone sings, or come in exactly even steps, or without any length. Of a loop the first round stays.
    /// </summary>
    /// <param name="words">As they came: in any order, with any times.</param>
    /// <param name="duration">Seconds of the song.</param>
    /// <param name="text">The creator's own text where there is one: what it repeats may be heard repeated.</param>
    public static Recognition Trusted(IEnumerable<HeardWord> words, double duration, string? text = null)
    {
        var all = words.ToList();
        var usable = all
            .Where(word => double.IsFinite(word.Start) && double.IsFinite(word.End) && word.Start > -0.5 && word.Start < duration && LyricToken.Of(word.Text).Count > 0)
            .Select(word => word with { Start = Math.Max(0, word.Start), End = Math.Clamp(word.End, Math.Max(0, word.Start), duration) })
            .OrderBy(word => word.Start).ToList();
        var sung = WithoutLoops(WithoutPiles(usable), text);
        return new Recognition(Parted(sung, duration), all.Count - sung.Count);
    }

    /// <summary>Spreads segments over their words, for machines that give no times of words: by letters, which is within 0.2 s mostly.</summary>
    public static IEnumerable<HeardWord> Spread(IEnumerable<HeardWord> segments) => segments.SelectMany(segment =>
    {
        var tokens = LyricToken.Of(segment.Text);
        var (whole, before) = (tokens.Sum(token => token.Weight), 0.0);
        return tokens.Select(token =>
        {
            var start = segment.Start + (segment.End - segment.Start) * before / whole;
            before += token.Weight;
            return new HeardWord(segment.Text[token.From..token.To].Trim(), start, segment.Start + (segment.End - segment.Start) * before / whole);
        }).ToList();
    });

    /// <summary>Four words and more at one instant were not sung: a transcriber puts there what it has no sound for.</summary>
    private static List<HeardWord> WithoutPiles(List<HeardWord> words)
    {
        var kept = new List<HeardWord>();
        for (var i = 0; i < words.Count;)
        {
            var end = i + 1;
            while (end < words.Count && words[end].Start - words[i].Start < Shortest && words[end].End - words[end].Start < Shortest) end++;
            if (end - i < 4) kept.AddRange(words.GetRange(i, end - i));
            else if (words[i].End - words[i].Start >= Shortest) kept.Add(words[i]);
            i = end;
        }
        return kept;
    }

    private static List<HeardWord> WithoutLoops(List<HeardWord> words, string? text)
    {
        var keys = words.Select(word => string.Concat(LyricToken.Of(word.Text).Select(token => token.Key))).ToList();
        var written = text is null ? [] : LyricToken.Of(text).Select(token => token.Key).ToList();
        var kept = new List<HeardWord>();
        for (var i = 0; i < words.Count;)
        {
            var (phrase, rounds) = LoopAt(keys, i);
            if (rounds >= Suspicious && IsInvented(words, i, phrase, rounds) && rounds > Rounds(written, keys.GetRange(i, phrase)) + 1)
            {
                kept.AddRange(words.GetRange(i, phrase));
                i += phrase * rounds;
            }
            else kept.Add(words[i++]);
        }
        return kept;
    }

    /// <summary>The phrase at a place that covers most by coming back at once, and how often it is there.</summary>
    private static (int Phrase, int Rounds) LoopAt(List<string> keys, int at)
    {
        var (best, most) = (1, 1);
        for (var phrase = 1; phrase <= LongestPhrase && at + 2 * phrase <= keys.Count; phrase++)
        {
            var same = at + phrase;
            while (same < keys.Count && keys[same] == keys[same - phrase]) same++;
            var rounds = (same - at) / phrase;
            if (rounds >= Suspicious && rounds * phrase > most * best) (best, most) = (phrase, rounds);
        }
        return (best, most);
    }

    private static bool IsInvented(List<HeardWord> words, int at, int phrase, int rounds)
    {
        var count = phrase * rounds;
        var starts = Enumerable.Range(0, rounds).Select(round => words[at + round * phrase].Start).ToList();
        var steps = starts.Zip(starts.Skip(1), (a, b) => b - a).ToList();
        var (mean, length) = (steps.Average(), starts[^1] - starts[0] + words[at + count - 1].End - starts[^1]);
        var even = steps.All(step => Math.Abs(step - mean) < 0.011);
        var flat = words.Skip(at).Take(count).Count(word => word.End - word.Start < Shortest) > count / 2;
        return flat || count / Math.Max(0.1, length) > 8 || (even && phrase > 1) || (rounds >= Absurd && phrase >= 3);
    }

    /// <summary>How often the text has a phrase in a row.</summary>
    private static int Rounds(List<string> written, List<string> phrase)
    {
        var most = 0;
        for (var at = 0; at + phrase.Count <= written.Count; at++)
        {
            var same = 0;
            while (at + same < written.Count && written[at + same] == phrase[same % phrase.Count]) same++;
            most = Math.Max(most, same / phrase.Count);
            if (same > phrase.Count) at += same - phrase.Count;
        }
        return most;
    }

    private static List<HeardWord> Parted(List<HeardWord> words, double duration)
    {
        var parted = new List<HeardWord>(words);
        for (var i = 0; i < parted.Count; i++)
        {
            var start = i == 0 ? parted[i].Start : Math.Max(parted[i].Start, parted[i - 1].End);
            var next = i + 1 < parted.Count ? Math.Max(parted[i + 1].Start, start + Shortest) : duration;
            var end = Math.Clamp(parted[i].End, Math.Min(start + Shortest, duration), Math.Max(next, Math.Min(start + Shortest, duration)));
            parted[i] = parted[i] with { Start = Math.Min(start, duration), End = end };
        }
        return parted;
    }
}
