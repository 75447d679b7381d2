using VeniceStudio.Media.Composition;
using static VeniceStudio.Tests.Media.Composition.FilmBench;

namespace VeniceStudio.Tests.Media.Composition;

public sealed class MeasuringAFilm(FilmBench bench) : IClassFixture<FilmBench>
{
    [Fact]
    public async Task Every_cut_of_a_moving_film_is_found_where_it_was_planned()
    {
        var film = await LivelyAsync();
        var card = await MeasureAsync(film, await bench.ComposeAsync(film, "lively.mp4"));
        Assert.Equal((144, 144), (card.FramesExpected, card.FramesFound));
        Assert.Equal(film.Cuts, card.Cuts.Select(cut => cut.Planned));
        Assert.All(card.Cuts, cut => Assert.InRange(cut.Off!.Value, -1, 1));
        Assert.All(card.Cuts.Where(cut => cut.Kind == TransitionKind.Cut), cut => Assert.Equal(0, cut.Off));
        Assert.True(card.IsWhole);
        Assert.Empty(card.Black);
        Assert.Empty(card.Frozen);
        Assert.Null(card.FilmLoudness);
    }

    [Fact]
    public async Task A_cut_in_the_wrong_place_is_found_out()
    {
        var film = await LivelyAsync();
        var made = await bench.ComposeAsync(film, "late.mp4");
        var wished = film with { Spans = [film.Spans[0] with { Frames = 21 }, film.Spans[1] with { Start = 21, Frames = 27 }, .. film.Spans.Skip(2)] };
        var card = await MeasureAsync(wished, made);
        Assert.Equal((21, 3), (card.WorstCut!.Planned, card.WorstCut.Off));
        Assert.Equal(4 / 5.0, card.CutsOnTime);
        Assert.False(card.IsWhole);
    }

    [Fact]
    public async Task A_film_that_breaks_off_is_found_out()
    {
        var film = await LivelyAsync();
        var made = await bench.ComposeAsync(film, "whole.mp4");
        var shorter = await bench.Media.MakeAsync("cut-off.mp4", $"-i file:{made.Path} -c copy -frames:v 100");
        var card = await new FilmMeasuring(bench.Tools).MeasureAsync(shorter, film, null, Ct);
        Assert.InRange(card.FramesFound, 90, 105);
        Assert.False(card.IsWhole);
    }

    [Fact]
    public async Task Black_and_frozen_pictures_are_marked_unless_they_were_planned()
    {
        var (black, still, moving) = (await bench.ClipAsync(16), await bench.ClipAsync(120), await MovingAsync(0));
        var film = Film(Span(0, 20, moving), Span(20, 10, black), Span(30, 20, still), Span(50, 20, moving, 0.5));
        var card = await MeasureAsync(film, await bench.ComposeAsync(film, "flaws.mp4"));
        Assert.Equal([new FrameStretch(20, 10)], card.Black);
        Assert.Equal([new FrameStretch(30, 20)], card.Frozen);

        var planned = Film(Span(0, 20, moving), new FilmSpan(20, 30, ColourSource.Black), Span(50, 20, moving, 0.5) with { In = new(TransitionKind.DipToBlack, 8) });
        card = await MeasureAsync(planned, await bench.ComposeAsync(planned, "planned.mp4"));
        Assert.Empty(card.Black);
        Assert.Empty(card.Frozen);
    }

    [Theory]
    [InlineData("0x303030", "0xE0E0E0", 3, true, false)]    // four changes in half a second, again and again
    [InlineData("0x303030", "0xE0E0E0", 12, false, false)]  // one flash a second
    [InlineData("0x303030", "0x404040", 3, false, false)]   // too small a step
    [InlineData("0x000000", "0xC00000", 3, true, true)]     // red
    public async Task Flashes_are_marked_as_the_norm_wants(string one, string other, int every, bool isMarked, bool isRed)
    {
        var spans = Enumerable.Range(0, 48 / every).Select(i => new FilmSpan(i * every, every, new ColourSource(Convert.ToInt32(i % 2 == 0 ? one : other, 16)))).ToArray();
        var film = Film(spans);
        var card = await MeasureAsync(film, await bench.ComposeAsync(film, $"flash{one}{other}{every}.mp4"));
        Assert.Equal(isMarked, card.Flashes.Count > 0);
        Assert.Equal(isRed, card.Flashes.Any(flash => flash.IsRed));
        if (!isMarked) return;
        Assert.All(card.Flashes, flash => Assert.True(flash.Most > 3 && flash.Frames.Frames >= 20, $"{flash}"));

        var softer = SofterCut.Of(film, card.Flashes[0].Frames);
        Assert.Null(softer.Fault());
        Assert.Empty((await MeasureAsync(softer, await bench.ComposeAsync(softer, $"softer{one}{other}.mp4"))).Flashes);
    }

    [Fact]
    public void A_flash_that_fills_less_than_a_quarter_is_none()
    {
        Assert.NotEmpty(Blinking(share: 0.3).Found());
        Assert.Empty(Blinking(share: 0.2).Found());
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 5, false)]   // the blend lies five frames too late
    [InlineData(3, 0, true)]    // what follows grows brighter all the time, which is no shift of the blend
    public void The_middle_of_a_blend_is_found_whatever_moves_beside_it(double motion, int late, bool isOnTime)
    {
        var film = Film(new FilmSpan(0, 48, ColourSource.Black), new FilmSpan(48, 48, ColourSource.Black) { In = new(TransitionKind.CrossFade, 15) });
        var (before, after) = film.Spans[1].In.Around(film.Spans[0], film.Spans[1]);
        var finder = new CutFinder(film);
        for (var i = 0; i < 96; i++)
        {
            var share = Math.Clamp((i + 1.0 - (48 - before + late)) / (before + after + 1), 0, 1);
            finder.Take(i, Enumerable.Repeat((byte)(60 * (1 - share) + share * (90 + motion * (i - 48))), SmallFrames.Points).ToArray());
        }
        var mark = Assert.Single(finder.Marks());
        Assert.Equal(isOnTime, mark.Off is null or (>= -1 and <= 1));
        Assert.True(motion > 0 || mark.Off is not null);
    }

    private static FlashFinder Blinking(double share)
    {
        var finder = new FlashFinder(Rate);
        var frame = new byte[SmallFrames.FrameBytes];
        for (var i = 0; i < 48; i++)
        {
            frame.AsSpan(0, (int)(frame.Length * share)).Fill(i / 3 % 2 == 0 ? (byte)30 : (byte)220);
            finder.Take(i, frame);
        }
        return finder;
    }

    private async Task<Scorecard> MeasureAsync(Timeline film, ComposedFilm made) => await new FilmMeasuring(bench.Tools).MeasureAsync(made.Path, film, null, Ct);

    /// <summary>Six moving pictures, come to in five ways.</summary>
    private async Task<Timeline> LivelyAsync()
    {
        var spans = new List<FilmSpan>();
        TransitionKind[] kinds = [TransitionKind.Cut, TransitionKind.Cut, TransitionKind.CrossFade, TransitionKind.DipToBlack, TransitionKind.Whip, TransitionKind.Cut];
        for (var i = 0; i < 6; i++)
            spans.Add(Span(24 * i, 24, await MovingAsync(i), 0.4) with { In = new(kinds[i], 8) });
        return Film([.. spans]);
    }

    private async Task<SourceFile> MovingAsync(int which) => await FileAsync(await bench.Media.MakeAsync($"moving{which}.mp4",
        $"-f lavfi -i testsrc2=s=160x90:r=24:d=2,hue=h={which * 60},rotate={which}*0.5+t/4 -c:v libx264 -preset ultrafast -threads 1 -pix_fmt yuv420p"));
}
