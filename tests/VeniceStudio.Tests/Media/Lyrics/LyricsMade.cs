using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Tests.Media.Lyrics;

/// <summary>A song text with the times at which its words are sung, and what a poor machine would make of it.</summary>
public sealed class LyricsMade
{
    private static readonly string[] Syllables = ["ba", "ne", "lo", "ti", "ra", "mu", "so", "ke", "vi", "da", "shi", "wen", "gor", "pla", "est", "un", "dre", "fal"];
    private readonly Random _random;
    private readonly string[] _vocabulary;

    public LyricsMade(int seed, int lines, int chorusEvery = 6)
    {
        _random = new Random(seed);
        _vocabulary = [.. Enumerable.Range(0, 300).Select(_ => string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Syllables[_random.Next(Syllables.Length)])))];
        var chorus = Enumerable.Range(0, 4).Select(_ => Line()).ToArray();
        var at = 8.0;
        for (var i = 0; i < lines; i++)
        {
            if (i % chorusEvery == 0) at += 4 + _random.NextDouble() * 6;
            var words = i / chorusEvery % 2 == 1 && i % chorusEvery < 4 ? chorus[i % chorusEvery] : Line();
            Lines.Add(words);
            foreach (var word in words)
            {
                var length = 0.08 + 0.055 * word.Length * (0.7 + _random.NextDouble() * 0.8);
                Sung.Add(new HeardWord(word, at, at + length));
                at += length + _random.NextDouble() * 0.08;
            }
            at += 0.3 + _random.NextDouble() * 0.9;
        }
        Duration = at + 10;
    }

    public List<string[]> Lines { get; } = [];

    public List<HeardWord> Sung { get; } = [];

    public double Duration { get; }

    public string Text => string.Join('\n', Lines.Select(line => string.Join(' ', line)));

    /// <summary>What was recognised, with a share of the words substituted, dropped or inserted, a third of it each.</summary>
    public List<HeardWord> Heard(double wrong)
    {
        var heard = new List<HeardWord>();
        foreach (var word in Sung)
        {
            var (start, end) = (word.Start + Noise(), word.End + Noise());
            var luck = _random.NextDouble() / wrong * 3;
            if (luck < 1) heard.Add(new HeardWord(_vocabulary[_random.Next(300)], start, end));
            else if (luck < 2) continue;
            else if (luck < 3) heard.AddRange([new HeardWord(word.Text, start, (start + end) / 2), new HeardWord(_vocabulary[_random.Next(300)], (start + end) / 2, end)]);
            else heard.Add(new HeardWord(" " + word.Text, start, end));
        }
        return heard;
    }

    private double Noise() => (_random.NextDouble() - 0.5) * 0.06;

    private string[] Line() => [.. Enumerable.Range(0, _random.Next(3, 9)).Select(_ => _vocabulary[_random.Next(300)])];
}
