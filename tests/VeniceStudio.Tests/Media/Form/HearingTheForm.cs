using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Form;

namespace VeniceStudio.Tests.Media.Form;

public sealed class HearingTheForm(HearingTheForm.Songs songs) : IClassFixture<HearingTheForm.Songs>
{
    private static readonly BeatGrid NoBeats = new([], 0, 0, [], 0, []);

    [Fact]
    public void Sections_begin_where_the_plan_says_and_repeats_are_found()
    {
        var scores = songs.All.Select(pair => FormScore.Of(pair.Song, SongForm.Of(pair.Features, pair.Song.Grid(), pair.Song.Duration))).ToList();
        var (boundary, repeats, apart) = (scores.Average(score => score.Boundary), scores.Average(score => score.Repeats), scores.Average(score => score.Apart));
        Assert.True(boundary >= 0.85 && repeats >= 0.9 && apart >= 0.9, $"boundaries {boundary:0.000}, repeats {repeats:0.000}, apart {apart:0.000}");
    }

    [Fact]
    public void Beats_that_are_20_ms_off_change_little()
    {
        var scores = songs.All.Select(pair => FormScore.Of(pair.Song, SongForm.Of(pair.Features, pair.Song.Grid(0.02), pair.Song.Duration))).ToList();
        var (boundary, repeats) = (scores.Average(score => score.Boundary), scores.Average(score => score.Repeats));
        Assert.True(boundary >= 0.85 && repeats >= 0.9, $"boundaries {boundary:0.000}, repeats {repeats:0.000}");
    }

    [Fact]
    public void A_repeat_is_told_by_what_is_usual_in_its_song()
    {
        // Parts that differ much and come back played a little otherwise, and parts that are all over one loop.
        var plans = SongMakerPlan.Fresh().Where(plan => plan.Style.Name is "reggae" or "jazz waltz" or "trance").ToList();
        var scores = plans.Select(plan =>
        {
            var song = SongMaker.Make(plan);
            var listener = new FormListener();
            listener.Hear(song.Samples);
            return FormScore.Of(song, SongForm.Of(listener.Finish(), song.Grid(), song.Duration));
        }).ToList();
        var (repeats, apart) = (scores.Average(score => score.Repeats), scores.Average(score => score.Apart));
        Assert.True(repeats >= 0.9 && apart >= 0.9, $"repeats {repeats:0.000}, apart {apart:0.000}");
    }

    [Fact]
    public void Bars_on_the_wrong_beat_are_mostly_noticed()
    {
        var scores = songs.All.Select(pair => FormScore.Of(pair.Song, SongForm.Of(pair.Features, pair.Song.Grid(0, shift: 1), pair.Song.Duration))).ToList();
        Assert.True(scores.Average(score => score.Boundary) >= 0.7, $"{scores.Average(score => score.Boundary):0.000}");
    }

    [Fact]
    public void Sections_cover_the_song_without_gaps_and_say_why_they_have_their_role()
    {
        foreach (var (song, features) in songs.All)
            foreach (var grid in (BeatGrid[])[song.Grid(), song.Grid(0.03, 2), NoBeats])
            {
                var sections = SongForm.Of(features, grid, song.Duration);
                Assert.Equal((0, song.Duration), (sections[0].Start, sections[^1].End));
                Assert.All(sections.Zip(sections.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
                Assert.All(sections.Select((section, i) => (section, i)), pair =>
                {
                    var (section, i) = pair;
                    Assert.InRange(section.Energy, 0, 1);
                    Assert.InRange(section.OnsetDensity, 0, 25);
                    Assert.EndsWith(".", section.Why, StringComparison.Ordinal);
                    if (section.RepeatOf is { } first) Assert.True(first < i && sections[first].RepeatOf is null);
                });
            }
    }

    [Fact]
    public void The_music_that_comes_back_strongest_is_called_the_chorus()
    {
        var (right, all) = (0, 0);
        foreach (var (song, features) in songs.All)
        {
            var heard = SongForm.Of(features, song.Grid(), song.Duration);
            foreach (var truth in song.Sections.Where(section => section.Letter is 'C' or 'D'))
            {
                var middle = (truth.Start + truth.End) / 2;
                all++;
                if (heard.First(section => section.End > middle).Role is SectionRole.Chorus or SectionRole.Drop) right++;
            }
        }
        Assert.True(right >= 0.8 * all, $"{right} of {all}");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0.2)]
    public void A_short_song_is_one_section(double seconds)
    {
        var song = songs.All[0].Song;
        var listener = new FormListener();
        listener.Hear(song.Samples.AsSpan(0, (int)(seconds * SongMaker.Rate)));
        var grid = song.Grid();
        var section = Assert.Single(SongForm.Of(listener.Finish(), grid with { Beats = [.. grid.Beats.Where(beat => beat.Seconds < seconds)] }, seconds));
        Assert.Equal((0.0, seconds), (section.Start, section.End));
    }

    [Fact]
    public void Silence_and_noise_give_few_sections_and_no_error()
    {
        var random = new Random(1);
        foreach (var loud in (float[])[0, 0.5f, float.NaN])
        {
            var listener = new FormListener();
            listener.Hear([.. Enumerable.Range(0, 60 * SongMaker.Rate).Select(_ => loud * (random.NextSingle() * 2 - 1))]);
            Assert.InRange(SongForm.Of(listener.Finish(), NoBeats, 60).Count, 1, 4);
        }
    }

    [Fact]
    public void However_the_song_is_cut_into_pieces_the_same_is_heard()
    {
        var samples = songs.All[0].Song.Samples.AsSpan(0, 200_000);
        var (whole, pieces) = (new FormListener(), new FormListener());
        whole.Hear(samples);
        for (var at = 0; at < samples.Length; at += 333) pieces.Hear(samples[at..Math.Min(samples.Length, at + 333)]);
        var (one, other) = (whole.Finish(), pieces.Finish());
        Assert.Equal(one.Chroma, other.Chroma);
        Assert.Equal(one.Timbre, other.Timbre);
        Assert.Equal(one.Strokes, other.Strokes);
    }

    /// <summary>Twenty songs, half of them of styles and forms on which no weight was searched.</summary>
    public sealed class Songs
    {
        public IReadOnlyList<(MadeSong Song, FormFeatures Features)> All { get; } =
        [
            .. SongMakerPlan.Known(10).Concat(SongMakerPlan.Unseen(10)).Select(plan =>
            {
                var song = SongMaker.Make(plan);
                var listener = new FormListener();
                listener.Hear(song.Samples);
                return (song, listener.Finish());
            }),
        ];
    }
}
