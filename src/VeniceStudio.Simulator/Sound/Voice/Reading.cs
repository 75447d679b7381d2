namespace VeniceStudio.Simulator.Sound.Voice;

/// <summary>Reads a text aloud: how long each phone lasts, where the voice rises, where it breathes.</summary>
internal static class Reading
{
    private const double Lead = 0.08;

    /// <param name="text">What to say.</param>
    /// <param name="speaker">Who says it.</param>
    /// <param name="speed">1 is an easy pace of about 2.6 words a second.</param>
    public static Utterance Of(string text, Speaker speaker, double speed)
    {
        var phones = new List<Spoken>();
        var words = new List<SoundWord>();
        var (at, line) = (Lead, 0);
        var tokens = text.Split((char[])[' ', '\n', '\r', '\t', '—'], StringSplitOptions.RemoveEmptyEntries);
        var since = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Spelling.Plain(tokens[i]).Length == 0) continue;
            var start = at;
            var last = i + 1 == tokens.Length || Ends(tokens[i]);
            at = Say(phones, Spelling.Of(tokens[i]), at, Melody(speaker, since++, last, tokens[i]), speed, last);
            words.Add(new SoundWord(tokens[i], start, at, line));
            at += Pause(tokens[i]) / speed;
            if (!last) continue;
            (since, line) = (0, line + 1);
        }
        return new Utterance(phones, words, at + 0.15);
    }

    private static double Say(List<Spoken> phones, IReadOnlyList<Phone> word, double at, (double From, double To) pitch, double speed, bool last)
    {
        for (var i = 0; i < word.Count; i++)
        {
            // The end of a sentence is drawn out, as every reader does.
            var seconds = word[i].Seconds * (last && i >= word.Count - 2 ? 1.35 : 1) / speed;
            var share = word.Count == 1 ? 0.5 : i / (double)(word.Count - 1);
            phones.Add(new Spoken(word[i], at, seconds, pitch.From + (pitch.To - pitch.From) * share, 1));
            at += seconds;
        }
        return at;
    }

    // Sentences begin high and sink; a question turns up at its end; long words carry the accents.
    private static (double From, double To) Melody(Speaker speaker, int since, bool last, string word)
    {
        var height = speaker.Pitch * (1.12 - 0.22 * (1 - Math.Exp(-since / 6.0)));
        var accent = Spelling.Plain(word).Length > 4 ? 1.09 : 1;
        if (last) return word.TrimEnd('"', '”').EndsWith('?') ? (height, height * 1.35) : (height, height * 0.78);
        return (height * accent, height * (accent > 1 ? 0.97 : 1));
    }

    private static double Pause(string word) => word.TrimEnd('"', '”', '’', ')') switch
    {
        [.., '.' or '!' or '?' or '…'] => 0.38, [.., ';' or ':'] => 0.26, [.., ','] => 0.18, _ => 0.025,
    };

    private static bool Ends(string word) => word.TrimEnd('"', '”', '’', ')') is [.., '.' or '!' or '?' or '…'];
}
