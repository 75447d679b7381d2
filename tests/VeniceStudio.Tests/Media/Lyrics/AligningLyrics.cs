using System.Diagnostics;
using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Tests.Media.Lyrics;

public sealed class AligningLyrics
{
    [Theory]
    [InlineData(0.2, 0.08, 0.3)]
    [InlineData(0.4, 0.1, 0.5)]
    public void Pasted_words_get_their_times_though_many_were_misheard(double wrong, double median, double ninth)
    {
        var errors = new List<double>();
        for (var seed = 1; seed <= 10; seed++)
        {
            var song = new LyricsMade(seed, 48);
            var sheet = LyricAligner.Align(song.Text, song.Heard(wrong), song.Duration);
            var words = sheet.Lines.SelectMany(line => line.Words).ToList();
            Assert.Equal(song.Sung.Select(word => word.Text), words.Select(word => word.Text));
            errors.AddRange(words.Zip(song.Sung, (found, sung) => Math.Abs(found.Start - sung.Start)));
        }
        errors.Sort();
        Assert.True(errors[errors.Count / 2] < median && errors[errors.Count * 9 / 10] < ninth, $"median {errors[errors.Count / 2]:0.000} s, nine of ten {errors[errors.Count * 9 / 10]:0.000} s");
    }

    [Fact]
    public void The_creators_lines_stay_exactly_as_typed()
    {
        const string text = "[Verse 1]\n  Ünder  the “Rialto” — slowly,\n\nDON'T let go…\r\n(ooh)\n***";
        var sheet = LyricAligner.Align(text, [new("under", 1, 1.3), new("the", 1.3, 1.5), new("rialto", 1.5, 2), new("slowly", 2, 2.4), new("dont", 3, 3.2), new("let", 3.2, 3.3), new("go", 3.3, 3.8)], 10);
        Assert.Equal(["[Verse 1]", "  Ünder  the “Rialto” — slowly,", "", "DON'T let go…", "(ooh)", "***"], sheet.Lines.Select(line => line.Text));
        Assert.Equal(
            [LyricSupport.Untimed, LyricSupport.Heard, LyricSupport.Untimed, LyricSupport.Heard, LyricSupport.Interpolated, LyricSupport.Untimed],
            sheet.Lines.Select(line => line.Support));
        Assert.Equal(["Ünder", "the “", "Rialto” —", "slowly,"], sheet.Lines[1].Words.Select(word => word.Text));
        Assert.Equal((1.0, 2.4), (sheet.Lines[1].Start, sheet.Lines[1].End));
    }

    [Theory]
    [InlineData("Crème brûlée à Noël", "creme brulee a noel")]
    [InlineData("twenty roses, 3 boats", "20 roses three boats")]
    [InlineData("Ty jesteś źródłem", "ty jestes zrodlem")]
    [InlineData("don’t can't won`t", "dont can't wont")]
    [InlineData("ΠΆΜΕ ξανά", "παμε ξανα")]
    [InlineData("夜空の星", "夜空の星")]
    [InlineData("사랑해 너를", "사랑해 너를")]
    [InlineData("Ёлка горит", "елка горит")]
    public void Words_meet_across_marks_numbers_and_scripts(string typed, string heard)
    {
        var words = heard.Split(' ').Select((word, i) => new HeardWord(word, 2 + i, 2.8 + i)).ToList();
        var line = Assert.Single(LyricAligner.Align(typed, words, 30).Lines);
        Assert.Equal(LyricSupport.Heard, line.Support);
        Assert.All(line.Words, word => Assert.True(word.Heard, word.Text));
        Assert.Equal((2.0, words[^1].End), (line.Start, line.End));
    }

    [Fact]
    public void A_verse_that_nobody_heard_lies_between_its_neighbours_and_says_so()
    {
        var song = new LyricsMade(3, 30);
        var gone = (song.Lines.Take(12).Sum(line => line.Length), song.Lines.Take(18).Sum(line => line.Length));
        var sheet = LyricAligner.Align(song.Text, song.Sung.Where((_, i) => i < gone.Item1 || i >= gone.Item2), song.Duration);
        Assert.All(sheet.Lines.Where((_, i) => i is < 12 or >= 18), line => Assert.Equal(LyricSupport.Heard, line.Support));
        Assert.All(sheet.Lines.Skip(12).Take(6), line => Assert.Equal(LyricSupport.Interpolated, line.Support));
        Assert.True(sheet.Lines[12].Start >= sheet.Lines[11].End && sheet.Lines[17].End <= sheet.Lines[18].Start);
    }

    [Fact]
    public void Without_anything_heard_the_lines_are_spread_over_the_song_and_none_pretends()
    {
        var sheet = LyricAligner.Align("one line\nanother line\na third", [], 90);
        Assert.All(sheet.Lines, line => Assert.Equal(LyricSupport.Interpolated, line.Support));
        Assert.Equal(0, sheet.Lines[0].Start);
        Assert.InRange(sheet.Lines[2].Start!.Value, 50, 80);
        Assert.DoesNotContain(LyricAligner.Align("", [new("la", 1, 2)], 90).Lines, line => line.Start is not null);
    }

    [Fact]
    public void Segments_without_word_times_still_place_the_lines()
    {
        var song = new LyricsMade(5, 40);
        var (segments, at) = (new List<HeardWord>(), 0);
        foreach (var line in song.Lines)
        {
            segments.Add(new HeardWord(" " + string.Join(' ', line), song.Sung[at].Start, song.Sung[at + line.Length - 1].End));
            at += line.Length;
        }
        var sheet = LyricAligner.Align(song.Text, Recognition.Spread(segments), song.Duration);
        Assert.All(sheet.Lines.Zip(segments), pair => Assert.Equal(pair.Second.Start, pair.First.Start!.Value, 0.05));
    }

    [Fact]
    public void Times_stay_in_order_and_inside_the_song_whatever_the_machine_says()
    {
        var random = new Random(9);
        for (var round = 0; round < 200; round++)
        {
            var song = new LyricsMade(round, random.Next(1, 20));
            double Any() => random.Next(6) switch { 0 => double.NaN, 1 => -random.NextDouble() * 9, 2 => 1e9, _ => random.NextDouble() * song.Duration };
            var words = song.Sung.Select(word => random.Next(3) == 0 ? word with { Start = Any(), End = Any() } : word).ToList();
            var sheet = LyricAligner.Align(song.Text, words, song.Duration);
            var times = sheet.Lines.SelectMany(line => line.Words).SelectMany(word => (double[])[word.Start, word.End]).ToList();
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-9, $"round {round}: {pair.First} then {pair.Second}"));
            Assert.All(times, time => Assert.InRange(time, 0, song.Duration + 1e-9));
        }
    }

    [Fact]
    public void Four_thousand_lines_against_twelve_thousand_words_take_less_than_two_seconds()
    {
        var song = new LyricsMade(1, 4000, chorusEvery: 16);
        var heard = song.Heard(0.3).Where((_, i) => i % 2 == 0).Take(12_000).ToList();
        LyricAligner.Align("warm up the code", [new("warm", 1, 2)], 10);
        var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var sheet = LyricAligner.Align(song.Text, heard, song.Duration);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(4000, sheet.Lines.Count);
        Assert.True(allocated < 200_000_000, $"{allocated / 1e6:0} MB");
        // Four times the promise: the machine that tests is shared, the benchmark has the number.
        Assert.True(watch.Elapsed.TotalSeconds < 8, $"{watch.Elapsed.TotalSeconds:0.0} s");
    }
}
