using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Tests.Filming;

/// <summary>From board, takes and wishes to the timeline: no database, no files.</summary>
public sealed class CutsThatFollow
{
    private static readonly AudioFacts Sound = new("mp3", 44_100, 2);
    private readonly List<TakeRow> _takes = [];
    private readonly List<Footage> _footage = [];
    private readonly Dictionary<Guid, MediaFile> _files = [];
    private readonly List<Shot> _shots = [];

    [Theory]
    [InlineData(24, 1)]
    [InlineData(25, 1)]
    [InlineData(30, 1)]
    [InlineData(24_000, 1_001)]
    public void Cover_the_song_to_the_frame_at_every_rate(int numerator, int denominator)
    {
        var rate = new FrameRate(numerator, denominator);
        for (var i = 0; i < 40; i++) Shot(i * 4.9997 + (i == 0 ? 0 : 0.013), seconds: 5);
        var film = CutTimeline.Of(Scene(new Cut(), 200.37, rate));
        var timeline = film.ToTimeline(file => file.Name, _ => ClipColours.Usual, Sound);
        Assert.Null(timeline.Fault());
        Assert.Equal(rate.FrameAt(200.37), timeline.TotalFrames);
        Assert.All(film.Spans, span => Assert.Equal(rate.FrameAt(span.Shot.Start), span.Start));
    }

    [Fact]
    public void Show_the_newest_finished_clip_unless_the_creator_chose()
    {
        var shot = Shot(0, seconds: 5);
        var older = _takes[^1].Id;
        Take(shot, ClipStatus.Done, 5);
        var newer = _takes[^1].Id;
        Take(shot, ClipStatus.Working, null);
        Assert.Equal(newer, CutTimeline.Of(Scene(new Cut())).Spans[0].Shown.Id);
        Assert.Equal(older, CutTimeline.Of(Scene(new Cut().With(new CutSpan { ShotId = shot.Id, TakeId = older }))).Spans[0].Shown.Id);
        Assert.Equal(SpanShows.Still, CutTimeline.Of(Scene(new Cut().With(new CutSpan { ShotId = shot.Id, Still = true }))).Spans[0].Shown.As);
    }

    [Fact]
    public void Move_the_still_where_no_clip_came_and_say_so_and_stop_where_there_is_nothing()
    {
        Shot(0, seconds: null);
        Shot(2, seconds: null, still: false);
        var film = CutTimeline.Of(Scene(new Cut()));
        Assert.Equal((SpanShows.Still, SpanShows.None), (film.Spans[0].Shown.As, film.Spans[1].Shown.As));
        Assert.NotNull(film.Spans[0].Shown.Missing);
        Assert.StartsWith("Shot 2 has nothing to show", Assert.Single(film.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void Slow_a_clip_that_is_a_little_short_and_begin_where_lips_fit()
    {
        var film = CutTimeline.Of(Scene(Shot(0, seconds: 1.8), Shot(2, seconds: 5, sung: "la"), Shot(4, seconds: 1)));
        Assert.Equal(0.9, film.Spans[0].RunsAt(film.Rate), 0.001);
        Assert.Equal((0.0, 1.0), (film.Spans[1].In, film.Spans[1].RunsAt(film.Rate)));
        Assert.Equal(0.85, film.Spans[2].RunsAt(film.Rate), 0.001);
    }

    [Fact]
    public void Take_a_transition_from_what_the_clip_has_to_spare_and_from_the_words_of_the_shot_before()
    {
        var film = CutTimeline.Of(Scene(Shot(0, seconds: 5, transition: "Cross-fade"), Shot(2, seconds: 5), Shot(4, seconds: 5)));
        Assert.Equal(new Transition(TransitionKind.CrossFade, 14), film.Spans[1].Transition);
        Assert.Equal(7 / 24.0, film.Spans[1].In, 0.001);
        Assert.Equal(Transition.Cut, film.Spans[2].Transition);
        Assert.Equal(0, film.Spans[2].In);
    }

    [Fact]
    public void Write_every_choice_out_so_that_a_later_take_changes_no_film_that_was_asked_for()
    {
        var shot = Shot(0, seconds: 5);
        var settled = CutTimeline.Of(Scene(new Cut())).Settled();
        var chosen = _takes[^1].Id;
        Take(shot, ClipStatus.Done, 5);
        Assert.Equal(chosen, CutTimeline.Of(Scene(settled)).Spans[0].Shown.Id);
    }

    [Fact]
    public void Have_the_words_of_footage_that_is_shown_again_for_how_they_go_on()
    {
        var first = Shot(0, seconds: 5, transition: "dip-to-black");
        Shot(2, seconds: 5);
        _shots.Add(new Shot { Id = Guid.CreateVersion7(), Start = 3, SameAs = first.Id });
        Shot(4, seconds: 5);
        Assert.Equal(
            [TransitionKind.Cut, TransitionKind.DipToBlack, TransitionKind.Cut, TransitionKind.DipToBlack], CutTimeline.Of(Scene(new Cut())).Spans.Select(span => span.Transition.Kind));
    }

    [Fact]
    public void Carry_the_logo_for_the_end_of_the_film()
    {
        Shot(0, seconds: 6);
        var logo = File(MediaKind.Image, ".png", null, 90);
        var timeline = CutTimeline.Of(Scene(new Cut { Logo = new CutLogo(logo.Id, LogoPlace.TopLeft, 2) })).ToTimeline(file => file.Name, _ => ClipColours.Usual, Sound);
        Assert.Equal((LogoPlace.TopLeft, 96, 48), (timeline.Logo!.Place, timeline.Logo.Start, timeline.Logo.Frames));
    }

    [Fact]
    public void Are_on_the_beat_within_a_frame_and_else_are_called_free()
    {
        var film = CutTimeline.Of(Scene(Shot(0, seconds: 5), Shot(2, seconds: 5), Shot(4.2, seconds: 5)));
        Assert.Equal([true, true, false], film.Spans.Select(span => span.OnBeat));
    }

    [Theory]
    [InlineData(Platform.Wide, 1920, 1080)]
    [InlineData(Platform.Tall, 1080, 1920)]
    [InlineData(Platform.Square, 1080, 1080)]
    public void Have_the_shape_that_the_brief_asks_for_as_fine_as_most_clips(Platform platform, int width, int height)
    {
        for (var i = 0; i < 3; i++) Shot(i * 2, seconds: 5, lines: i == 1 ? 720 : 2160);
        Assert.Equal(new FrameSize(width, height), CutTimeline.Of(Scene(new Cut(), platform: platform)).Size);
    }

    private FilmScene Scene(params Shot[] shots)
    {
        Assert.Equal(shots, _shots);
        return Scene(new Cut());
    }

    private FilmScene Scene(Cut cut, double duration = 6, FrameRate? rate = null, Platform platform = Platform.Wide)
    {
        var song = File(MediaKind.Audio, ".mp3", duration, null);
        var heard = new HeardSong(
            duration, new BeatGrid([.. Enumerable.Range(0, (int)(duration * 2)).Select(i => new Beat(i * 0.5, i % 4 + 1))], 4, 120, [new TempoPoint(0, 120)], 1, []), []);
        return new FilmScene(
            new Project(), new ProjectDocs(new Brief { Platform = platform }, new Look(), [], new PlanSettings()), new Board(duration, rate ?? new FrameRate(24, 1), _shots), 1, cut,
            _takes, _footage, _files, new Track(), song, heard, new LyricSheet([]));
    }

    private Shot Shot(double start, double? seconds, bool still = true, string sung = "", string transition = "", int lines = 1080)
    {
        var shot = new Shot
        {
            Id = Guid.CreateVersion7(), Start = start, StillId = still ? File(MediaKind.Image, ".jpg", null, lines).Id : null,
            Words = ShotWords.None with { Sung = sung, Transition = transition },
        };
        _shots.Add(shot);
        if (seconds is { } length) Take(shot, ClipStatus.Done, length, lines);
        return shot;
    }

    private void Take(Shot shot, ClipStatus status, double? seconds, int lines = 1080) => _takes.Add(new TakeRow
    {
        Id = Guid.CreateVersion7(), ShotId = shot.Id, Status = status, MediaId = seconds is null ? null : File(MediaKind.Video, ".mp4", seconds, lines).Id,
    });

    private MediaFile File(MediaKind kind, string extension, double? seconds, int? lines)
    {
        var file = new MediaFile
        {
            Id = Guid.CreateVersion7(), AccountId = Guid.Empty, Kind = kind, MimeType = "", Extension = extension, Name = "a file", Bytes = 1, Sha256 = "00",
            Width = lines * 16 / 9, Height = lines, Seconds = seconds, CreatedAt = default,
        };
        return _files[file.Id] = file;
    }
}
