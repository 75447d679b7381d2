using System.Numerics;
using System.Runtime.InteropServices;

namespace VeniceStudio.Media.Lyrics;

/// <summary>How well each word of a text fits each recognised word. Every two different words are compared once.</summary>
internal sealed class WordLikeness
{
    /// <summary>More pairs than this are not remembered (a byte each).</summary>
    private const long MostKept = 16_000_000;

    private const sbyte Unknown = sbyte.MinValue;
    private readonly string[] _textWords, _heardWords;
    private readonly uint[] _textLetters, _heardLetters;
    private readonly sbyte[]? _kept;

    public WordLikeness(IReadOnlyList<string> text, IReadOnlyList<string> heard)
    {
        (TextKeys, HeardKeys) = (text, heard);
        (Text, _textWords) = Numbered(text);
        (Heard, _heardWords) = Numbered(heard);
        (_textLetters, _heardLetters) = ([.. _textWords.Select(Letters)], [.. _heardWords.Select(Letters)]);
        if ((long)_textWords.Length * _heardWords.Length > MostKept) return;
        _kept = new sbyte[_textWords.Length * _heardWords.Length];
        Array.Fill(_kept, Unknown);
    }

    public IReadOnlyList<string> TextKeys { get; }

    public IReadOnlyList<string> HeardKeys { get; }

    /// <summary>The number of each word of the text; equal words have equal numbers.</summary>
    public int[] Text { get; }

    /// <summary>The number of each recognised word.</summary>
    public int[] Heard { get; }

    /// <summary>0 (nothing in common) to 100 (the same), of two words by their numbers.</summary>
    public int Of(int text, int heard)
    {
        if (_kept is null) return Compare(text, heard);
        ref var kept = ref _kept[text * _heardWords.Length + heard];
        if (kept == Unknown) kept = (sbyte)Compare(text, heard);
        return kept;
    }

    private int Compare(int text, int heard)
    {
        var (a, b) = (_textWords[text], _heardWords[heard]);
        var longer = Math.Max(a.Length, b.Length);
        // A letter that only one of the two has costs a step each; a pair that cannot reach a half is not worth the rest.
        var least = Math.Max(Math.Abs(a.Length - b.Length), (BitOperations.PopCount(_textLetters[text] ^ _heardLetters[heard]) + 1) / 2);
        if (2 * least > longer || longer > 64) return a == b ? 100 : 0;
        return 100 - 100 * Steps(a, b) / longer;
    }

    /// <summary>Letters to put in, take out or change (Levenshtein).</summary>
    private static int Steps(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var step = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], step);
            }
        }
        return row[b.Length];
    }

    private static uint Letters(string word) => word.Aggregate(0u, (all, letter) => all | (1u << (letter & 31)));

    private static (int[] Numbers, string[] Words) Numbered(IReadOnlyList<string> words)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = new int[words.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, words[i], out var found);
            if (!found) number = known.Count - 1;
            numbers[i] = number;
        }
        return (numbers, [.. known.Keys]);
    }
}
