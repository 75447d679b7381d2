using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Storyboard.Directing;

namespace VeniceStudio.Tests.Storyboard.Directing;

public sealed class KnowingTheSlots
{
    [Fact]
    public void Each_says_its_section_its_lyric_and_what_it_repeats()
    {
        var film = Films.Papers(16);
        var slots = ShotSlot.InOrder(film, film.Board!);
        Assert.Equal((SectionRole.Intro, true, false), (slots[0].Role, slots[0].BeginsSection, slots[0].EndsSection));
        Assert.Equal("Lanterns on the water / golden in the rain", slots[2].Lyric);
        Assert.Equal("", slots[0].Lyric);
        // Section 3 repeats section 1: its second shot stands where that one's second stood.
        Assert.Equal((3, 4), (slots[6].RepeatOf, slots[7].RepeatOf));
        Assert.Null(slots[2].RepeatOf);
        Assert.Equal(120, slots.Sum(slot => slot.Seconds), 6);
    }

    [Fact]
    public void Of_four_hundred_shots_with_four_thousand_lines_are_known_at_once()
    {
        var lines = Enumerable.Range(0, 4_000).Select(at => new LyricLine($"Line {at}", at * 0.03, at * 0.03 + 0.03, LyricSupport.Heard, [])).ToList();
        var film = Films.Papers(400) with { Lyrics = lines };
        var slots = ShotSlot.InOrder(film, film.Board!);
        Assert.All(slots, slot => Assert.InRange(slot.Lyric.Length, 1, 200));
        // However long the song's words are, a model reads a part of them.
        Assert.InRange(Ask.Board(film, [.. slots.Take(8)], null, [], null).Letters, 1_000, 25_000);
    }
}
