using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Tests.Media.Lyrics;

public sealed class CatchingInventions
{
    private static readonly string[] Phrase = ["thank", "you", "for", "watching"];
    private static readonly string[] World = ["round", "the", "world"];

    [Fact]
    public void A_phrase_looped_over_an_instrumental_is_kept_once()
    {
        var loop = Enumerable.Range(0, 80).Select(i => new HeardWord(Phrase[i % 4], 60 + i * 0.5, 60.4 + i * 0.5)).ToList();
        var trusted = Recognition.Trusted([new("real", 10, 10.5), new("words", 10.5, 11), .. loop, new("again", 120, 121)], 200);
        Assert.Equal(["real", "words", .. Phrase, "again"], trusted.Words.Select(word => word.Text));
        Assert.Equal(76, trusted.Invented);
    }

    [Fact]
    public void Words_piled_on_one_instant_are_left_out()
    {
        var pile = Enumerable.Range(0, 9).Select(i => new HeardWord("word" + i, 30, 30));
        var trusted = Recognition.Trusted([new("before", 28, 29), .. pile, new("after", 31, 32)], 60);
        Assert.Equal(["before", "after"], trusted.Words.Select(word => word.Text));
    }

    [Fact]
    public void What_is_really_sung_again_and_again_stays()
    {
        var random = new Random(2);
        var at = 5.0;
        var sung = Enumerable.Range(0, 24).Select(_ => new HeardWord("la", at += 0.4 + random.NextDouble() * 0.2, at + 0.3)).ToList();
        Assert.Equal(24, Recognition.Trusted(sung, 60).Words.Count);
    }

    [Fact]
    public void A_loop_that_the_text_has_too_is_believed()
    {
        var loop = Enumerable.Range(0, 60).Select(i => new HeardWord(World[i % 3], 10 + i * 0.5, 10.4 + i * 0.5)).ToList();
        var text = string.Join('\n', Enumerable.Repeat("Round the world", 20));
        Assert.Equal(60, Recognition.Trusted(loop, 100, text).Words.Count);
        Assert.Equal(3, Recognition.Trusted(loop, 100).Words.Count);
        Assert.True(Recognition.Trusted(loop, 100, text).IsBelievable);
        Assert.False(Recognition.Trusted(loop, 100).IsBelievable);
        Assert.All(LyricAligner.Align(text, loop, 100).Lines.Select((line, i) => (line, i)), pair => Assert.Equal(10 + 1.5 * pair.i, pair.line.Start!.Value, 0.01));
    }

    [Fact]
    public void Overlapping_and_lengthless_times_are_put_right()
    {
        var words = Recognition.Trusted([new("b", 2, 2), new("a", 1, 5), new("c", 2.5, 2.4), new("gone", 99, 100), new("?!", 3, 4), new("x", double.NaN, 1)], 10).Words;
        Assert.Equal(["a", "b", "c"], words.Select(word => word.Text));
        Assert.All(words, word => Assert.True(word.End > word.Start));
        Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.Second.Start >= pair.First.End));
    }
}
