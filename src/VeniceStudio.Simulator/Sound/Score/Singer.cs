using VeniceStudio.Simulator.Sound.Synth;
using VeniceStudio.Simulator.Sound.Voice;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>Sings the lyric: a line to two bars, a syllable to a note of the part's tune.</summary>
internal sealed class Singer(Band band, IReadOnlyDictionary<Role, Tune> tunes, LyricSheet sheet, Speaker speaker)
{
    private readonly List<SoundWord> words = [];
    private int line;

    /// <summary>Sings, and returns every word with its time.</summary>
    public IReadOnlyList<SoundWord> Sing()
    {
        foreach (var part in band.Parts.Where(part => part.Role is Role.Verse or Role.Chorus or Role.Bridge))
        {
            var lines = sheet.For(part);
            if (lines.Length == 0) continue;
            // As many bars to a line as there are, up to four; what does not fit is not sung.
            var bars = Math.Clamp(part.Bars / lines.Length, 1, 4);
            for (var i = 0; i < lines.Length && (i + 1) * bars <= part.Bars; i++) Line(part, i * bars, Math.Min(bars, 2), lines[i]);
        }
        return words;
    }

    private void Line(Part part, int into, int bars, string text)
    {
        var spelled = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => Spelling.Plain(word).Length > 0)
            .Select(word => (Word: word, Syllables: Syllables(Spelling.Of(word)))).ToList();
        var notes = Rhythm(spelled.Sum(word => word.Syllables.Count), bars * band.Grid.Metre);
        var start = band.Grid.At(part.First + into, 0);
        var phones = new List<Spoken>();
        var nth = 0;
        foreach (var (word, syllables) in spelled)
        {
            var first = phones.Count;
            foreach (var syllable in syllables)
            {
                var (beat, length) = notes[nth];
                Syllable(phones, syllable, Time(part, into, beat) - start, length * band.Grid.Beat, Pitch(part, into, beat, nth++));
            }
            words.Add(new SoundWord(word, start + phones[first].Start, start + phones[^1].End, line));
        }
        line++;
        var sung = new Utterance(phones, [], phones[^1].End + 0.1);
        band.Stage.Add(new VoiceTone(start, sung, speaker.Scale, 0.011, band.SeedOf("voice") + (ulong)line, Seat.At(0.28, 0, 0.2)));
        if (part.Role is not Role.Chorus) return;
        // The chorus has the line twice, a hair apart, as a studio would double it.
        band.Stage.Add(new VoiceTone(start + 0.017, sung, speaker.Scale * 1.02, 0.014, band.SeedOf("double") + (ulong)line, Seat.At(0.12, 0.5, 0.3)));
    }

    private double Time(Part part, int into, double beat) =>
        band.Grid.At(part.First + into + (int)(beat / band.Grid.Metre), beat % band.Grid.Metre);

    // Halves of a beat, or quarters when the line is crowded; a breath is left at the end.
    private static List<(double Beat, double Length)> Rhythm(int syllables, int beats)
    {
        var room = beats - 0.75;
        var unit = syllables <= room * 2 ? 0.5 : syllables <= room * 4 ? 0.25 : room / syllables;
        var apart = Math.Clamp(room / syllables, unit, 1);
        var onsets = Enumerable.Range(0, syllables).Select(i => Math.Floor(i * apart / unit) * unit).ToList();
        return [.. onsets.Select((onset, i) => (onset, i + 1 < onsets.Count ? onsets[i + 1] - onset : Math.Min(1.5, beats - 0.25 - onset)))];
    }

    private double Pitch(Part part, int into, double beat, int nth)
    {
        var bar = into + (int)(beat / band.Grid.Metre);
        var step = tunes[part.Role].Step(bar, nth, band.Harmony.Step(part, part.First + bar), beat % 1 == 0);
        var note = band.Harmony.Note(step);
        // Ten semitones above the speaking voice at most: higher, the buzz outruns the resonances and the words go.
        var low = 69 + 12 * Math.Log2(speaker.Pitch * 1.05 / 440);
        while (note < low - 1) note += 12;
        while (note > low + 13) note -= 12;
        return Harmony.Hertz(note);
    }

    private static void Syllable(List<Spoken> phones, IReadOnlyList<Phone> syllable, double start, double seconds, double pitch)
    {
        // Consonants keep their pace, at most half of the note together; the vowel carries the tone.
        var sounding = Math.Min(seconds * 0.94, 2.4);
        var others = syllable.Where(phone => !phone.IsVowel).Sum(phone => phone.Seconds * 0.85);
        var pace = others > 0 ? Math.Min(0.85, sounding * 0.5 / others * 0.85) : 1;
        var vowels = syllable.Count(phone => phone.IsVowel);
        var rest = sounding - others / 0.85 * pace;
        var at = start;
        foreach (var phone in syllable)
        {
            var length = phone.IsVowel ? rest / vowels : phone.Seconds * pace;
            phones.Add(new Spoken(phone, at, length, pitch, 1));
            at += length;
        }
    }

    // A vowel and the consonants before it; what is left over closes the word.
    private static List<List<Phone>> Syllables(IReadOnlyList<Phone> word)
    {
        var all = new List<List<Phone>> { new() };
        var last = word.Count - 1;
        while (!word[last].IsVowel) last--;
        for (var i = 0; i < word.Count; i++)
        {
            if (all[^1].Exists(known => known.IsVowel) && (word[i].IsVowel || i < last)) all.Add([]);
            all[^1].Add(word[i]);
        }
        return all;
    }
}
