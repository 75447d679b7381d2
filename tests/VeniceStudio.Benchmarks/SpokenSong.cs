using System.Buffers.Binary;
using System.Diagnostics;
using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// A text whose every word was spoken by espeak-ng and joined with pauses, so that it is known to the sample when each word sounds; and
/// what a poor recogniser would make of it.
/// </summary>
internal sealed class SpokenSong
{
    private const string Vocabulary =
        "harbour lantern midnight silver window morning river stone open hands follow slowly under paper moon calling nobody tower shadow golden "
        + "running water sleeping city bridge north wind carry me over rooftops tell them where we go and when it rains I hear your voice the a "
        + "of in on to my all again never always burning little summer glass heart drum turning falling rising ocean mirror velvet engine neon "
        + "satellite umbrella carnival gondola seventeen yesterday remember forgotten everything someone quiet thunder electric feather";

    private static readonly string[] Words = Vocabulary.Split(' ');

    /// <summary>How far a recogniser's times lie off, standard deviation in seconds.</summary>
    private const double Jitter = 0.04;

    private readonly Random _random;

    public SpokenSong(int seed, IReadOnlyDictionary<string, double> lengths)
    {
        _random = new Random(seed);
        var chorus = Enumerable.Range(0, 4).Select(_ => Line()).ToArray();
        var at = 5.0;
        for (var i = 0; i < 32; i++)
        {
            if (i % 4 == 0) at += 3;
            var line = i / 4 % 2 == 1 ? chorus[i % 4] : Line();
            Lines.Add(line);
            foreach (var word in line)
            {
                // Sung words are drawn out, some of them to twice what is spoken.
                var length = lengths[word] * (1 + _random.NextDouble());
                Spoken.Add(new HeardWord(word, at, at + length));
                at += length + 0.06 * _random.NextDouble();
            }
            at += 0.3 + _random.NextDouble();
        }
        Seconds = at + 5;
    }

    public List<string[]> Lines { get; } = [];

    /// <summary>Every word with the times at which it really sounds.</summary>
    public List<HeardWord> Spoken { get; } = [];

    public double Seconds { get; }

    public string Text => string.Join('\n', Lines.Select(line => string.Join(' ', line)));

    /// <summary>The words as recognised: of the wrong ones a third is exchanged, a third missing, a third there twice; all times are shaken.</summary>
    public List<HeardWord> Recognised(double wrong)
    {
        var heard = new List<HeardWord>();
        foreach (var word in Spoken)
        {
            var shaken = new HeardWord(word.Text, word.Start + Shake(), word.End + Shake());
            var middle = (shaken.Start + shaken.End) / 2;
            switch (_random.NextDouble() / wrong * 3)
            {
                case < 1: heard.Add(shaken with { Text = Words[_random.Next(Words.Length)] }); break;
                case < 2: heard.AddRange([shaken with { End = middle }, shaken with { Start = middle }]); break;
                case < 3: break;
                default: heard.Add(shaken); break;
            }
        }
        return heard;
    }

    /// <summary>How long espeak-ng speaks each word, seconds, without the silence around it.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> LengthsAsync(string folder)
    {
        var lengths = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in Words.Distinct(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, word + ".wav");
            using var espeak = Process.Start("espeak-ng", ["-v", "en", "-s", "150", "-w", path, word]);
            await espeak.WaitForExitAsync();
            lengths[word] = Sounding(await File.ReadAllBytesAsync(path));
        }
        return lengths;
    }

    private static double Sounding(byte[] wav)
    {
        const int Header = 44, Quiet = 300;
        var loud = Enumerable.Range(0, (wav.Length - Header) / 2).Where(i => Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(Header + 2 * i))) > Quiet).ToList();
        if (loud.Count == 0) throw new InvalidOperationException("espeak-ng said nothing.");
        return (loud[^1] - loud[0] + 1) / (double)BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24));
    }

    private double Shake() => Jitter * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private string[] Line() => [.. Enumerable.Range(0, _random.Next(4, 9)).Select(_ => Words[_random.Next(Words.Length)])];
}
