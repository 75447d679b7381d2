using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Lyrics;
using static VeniceStudio.Tests.Media.Composition.FilmBench;

namespace VeniceStudio.Tests.Media.Composition;

public sealed class WordsOnThePicture(FilmBench bench) : IClassFixture<FilmBench>
{
    [Theory]
    [InlineData(TextStyle.Caption)]
    [InlineData(TextStyle.Boxed)]
    [InlineData(TextStyle.Large)]
    [InlineData(TextStyle.Sung)]
    [InlineData(TextStyle.Title)]
    public async Task Words_stand_in_exactly_their_frames_also_over_a_joint(TextStyle style)
    {
        var grey = await bench.ClipAsync(90);
        var film = Film(Span(0, 12, grey), Span(12, 12, grey, 0.5)) with { Size = new(320, 180), Texts = [new(7, 9, "HELLO WORLD", style)] };
        var peaks = await bench.PeaksAsync((await bench.ComposeAsync(film, $"{style}.mp4")).Path, film.Size);
        for (var frame = 0; frame < 24; frame++)
            Assert.True(frame is >= 7 and < 16 == peaks[frame] > 120, $"{frame}: {string.Join(' ', peaks)}");
    }

    [Fact]
    public async Task Nothing_that_is_typed_becomes_a_command_and_any_folder_will_do()
    {
        var grey = await bench.ClipAsync(90);
        const string Hostile = "{\\an8}{\\p1}m 0 0 l 999 0 999 999 0 999{\\p0} \\N 100% 'a':[b],;=\"<c>\\";
        var film = Film(Span(0, 6, grey)) with { Size = new(320, 180), Texts = [new(0, 6, Hostile, TextStyle.Caption)] };
        var made = await bench.ComposeAsync(film, "hostile.mp4", bench.Media.PathOf("it's [a] folder, with: 100% \\ and;=more"));
        // Were the braces obeyed, the drawing would cover the picture, and the words would stand above.
        var (above, below) = ((await bench.LevelsAsync(made.Path, "320:60:0:0"))[3], (await bench.LevelsAsync(made.Path, "200:40:60:126"))[3]);
        Assert.True(Math.Abs(above - 90) <= 1 && Math.Abs(below - 90) > 1, $"{above} above, {below} below");
    }

    [Fact]
    public async Task A_machine_without_a_font_is_found_out_before_words_are_left_out()
    {
        Assert.True(await new FontCheck(bench.Tools).FindsOneAsync(null, Ct));
        if (OperatingSystem.IsWindows()) return;
        var none = bench.Media.Write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>"u8);
        var fontless = bench.Media.Write("ffmpeg-fontless.sh", System.Text.Encoding.UTF8.GetBytes($"#!/bin/sh\nFONTCONFIG_FILE={none} exec {bench.Tools.Ffmpeg} \"$@\"\n"));
        File.SetUnixFileMode(fontless, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.False(await new FontCheck(bench.Tools with { Ffmpeg = fontless }).FindsOneAsync(bench.Media.Folder, Ct));
        Assert.Empty(Directory.GetFiles(bench.Media.Folder, "*.ass"));
    }

    [Fact]
    public async Task A_card_darkens_the_picture_behind_it()
    {
        var grey = await bench.ClipAsync(160);
        var film = Film(Span(0, 24, grey)) with { Texts = Cards.Closing("End", "a film by nobody", 24, 12) };
        var levels = await bench.LevelsAsync((await bench.ComposeAsync(film, "card.mp4")).Path);
        AssertNear([160, 160], [levels[5], levels[11]]);
        Assert.True(levels[18] < 110, string.Join(' ', levels));
        Assert.Equal([(12, TextStyle.Title), (12, TextStyle.Subtitle)], film.Texts.Select(text => (text.Start, text.Style)));
    }

    [Fact]
    public async Task A_logo_stands_in_its_corner_for_its_frames()
    {
        var grey = await bench.ClipAsync(60);
        var logo = await FileAsync(await bench.Media.MakeAsync("logo.png", "-f lavfi -i color=white:s=40x40:r=1:d=1 -frames:v 1"));
        var film = Film(Span(0, 6, grey), Span(6, 6, grey, 0.5)) with { Logo = new LogoMark(logo, 3, 6) { Place = LogoPlace.TopLeft, Width = 0.2 } };
        var levels = await bench.LevelsAsync((await bench.ComposeAsync(film, "logo.mp4")).Path, "24:24:12:8");
        AssertNear([60, 60, 60, 235, 235, 235, 235, 235, 235, 60, 60, 60], levels, within: 4);
    }

    [Fact]
    public void Captions_follow_the_lyrics_and_never_overlap()
    {
        LyricLine[] lines =
        [
            new("First line", 1, 2.5, LyricSupport.Heard, [new("First", 1, 1.5), new("line", 1.5, 2.5)]),
            LyricLine.Untimed(""),
            new("Second", 2.4, null, LyricSupport.Heard, []),
            new("Third", 3, 3.1, LyricSupport.Heard, []),
        ];
        var texts = LyricCaptions.Of(new LyricSheet(lines), TextStyle.Sung, Rate, 240);
        Assert.Equal([(24, 34), (58, 14), (72, 17)], texts.Select(text => (text.Start, text.Frames)));
        Assert.Equal([("First ", 24), ("line", 36)], texts[0].Words);
        Assert.Equal((0, 7), LyricCaptions.Of(new LyricSheet(lines), TextStyle.Caption, Rate, 240, from: 2.1) is [var first, ..] ? (first.Start, first.Frames) : default);
    }
}
