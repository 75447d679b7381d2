using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Correcting;

namespace VeniceStudio.Tests.Media.Audio;

public sealed class CorrectingWhatWasHeard
{
    [Fact]
    public void Shifting_there_and_back_is_as_if_nothing_had_been()
    {
        Everywhere((song, corrections, random) =>
        {
            var shifted = corrections with { HalfBeats = random.Next(-8, 9), NudgeMs = random.Next(-500, 501) };
            var back = shifted with { HalfBeats = corrections.HalfBeats, NudgeMs = corrections.NudgeMs };
            Same(Corrected.Of(song, corrections), Corrected.Of(song, back));
        });
    }

    [Fact]
    public void Doubling_and_halving_is_as_if_nothing_had_been()
    {
        Everywhere((song, corrections, _) =>
            Same(Corrected.Of(song, corrections), Corrected.Of(song, corrections with { Octave = corrections.Octave + 1 - 1 })));
        // Also as two songs, one after the other.
        var heard = Song(120, 4, 64);
        Same(heard, Corrected.Of(Corrected.Of(heard, new Corrections { Octave = 1 }), new Corrections { Octave = -1 }));
        var shifted = Corrected.Of(Corrected.Of(heard, new Corrections { HalfBeats = 2 }), new Corrections { HalfBeats = -2 });
        Same(heard, shifted);
    }

    [Fact]
    public void Whatever_is_said_beats_stay_in_order_inside_the_song_and_sections_without_gaps()
    {
        Everywhere((song, corrections, _) =>
        {
            var corrected = Corrected.Of(song, corrections);
            var beats = corrected.Grid.Beats;
            Assert.All(beats.Zip(beats.Skip(1)), pair => Assert.True(pair.Second.Seconds > pair.First.Seconds));
            Assert.All(beats, beat => Assert.InRange(beat.Seconds, 0, song.Duration));
            Assert.All(beats, beat => Assert.InRange(beat.Position, 0, Math.Max(corrected.Grid.Meter, 1)));
            Assert.All(beats, beat => Assert.DoesNotContain(corrections.Free, part => beat.Seconds >= part.Start && beat.Seconds < part.End));
            var sections = corrected.Sections;
            Assert.Equal((0, song.Duration), (sections[0].Start, sections[^1].End));
            Assert.All(sections.Zip(sections.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        });
    }

    [Fact]
    public void Doubling_puts_a_beat_between_any_two_and_none_into_a_pause()
    {
        var heard = Song(100, 4, 16, pauseAfter: 8);
        var doubled = Corrected.Of(heard, new Corrections { Octave = 1 }).Grid;
        Assert.Equal(200, doubled.Tempo);
        Assert.Equal(2 * (2 * 8 - 1), doubled.Beats.Count);
        Assert.All(heard.Grid.Beats, beat => Assert.Contains(doubled.Beats, other => Math.Abs(other.Seconds - beat.Seconds) < 1e-9));
        Assert.DoesNotContain(doubled.Beats, beat => beat.Seconds > heard.Grid.Beats[7].Seconds + 0.01 && beat.Seconds < heard.Grid.Beats[8].Seconds - 0.01);
    }

    [Fact]
    public void Halving_keeps_the_downbeats_and_makes_two_bars_one()
    {
        var heard = Song(160, 4, 33, firstPosition: 3);
        var halved = Corrected.Of(heard, new Corrections { Octave = -1 }).Grid;
        Assert.Equal(80, halved.Tempo);
        var downbeats = heard.Grid.Beats.Where(beat => beat.IsDownbeat).ToList();
        Assert.Equal(downbeats.Where((_, i) => i % 2 == 0).Select(beat => beat.Seconds), halved.Beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds));
    }

    [Fact]
    public void Half_a_beat_later_lies_between_the_beats_and_keeps_the_count()
    {
        var heard = Song(120, 4, 16);
        var shifted = Corrected.Of(heard, new Corrections { HalfBeats = 1 }).Grid.Beats;
        Assert.Contains(shifted, beat => beat.IsDownbeat && Math.Abs(beat.Seconds - heard.Grid.Beats[0].Seconds - 0.25) < 1e-9);
        var whole = Corrected.Of(heard, new Corrections { HalfBeats = 2 }).Grid.Beats;
        Assert.Equal(heard.Grid.Beats.Select(beat => beat.Seconds), whole.Select(beat => beat.Seconds));
        Assert.Equal(1, whole[1].Position);
    }

    [Fact]
    public void The_one_and_the_metre_are_where_the_creator_sets_them()
    {
        var heard = Song(120, 4, 24);
        Assert.Equal([3, 4, 1, 2, 3], Corrected.Of(heard, new Corrections { One = 2 }).Grid.Beats.Take(5).Select(beat => beat.Position));
        var waltz = Corrected.Of(heard, new Corrections { Meter = 3, One = 1 }).Grid;
        Assert.Equal((3, "3,1,2,3"), (waltz.Meter, string.Join(',', waltz.Beats.Take(4).Select(beat => beat.Position))));
        var barless = Corrected.Of(heard with { Grid = heard.Grid with { Beats = [.. heard.Grid.Beats.Select(beat => beat with { Position = 0 })] } }, new Corrections { Meter = 4 });
        Assert.Equal([1, 2, 3, 4, 1], barless.Grid.Beats.Take(5).Select(beat => beat.Position));
    }

    [Fact]
    public void A_tapped_grid_takes_the_place_of_beats_that_nobody_could_hear()
    {
        var silent = new HeardSong(10, new BeatGrid([], 0, 0, [], 0.1, [new Stretch(0, 10, 0.1)]), [new Section(0, 10, SectionRole.Verse, 1, 0, null, "All one.")]);
        var tapped = Corrected.Of(silent, new Corrections { Tapped = new TappedGrid(90, 2.5), Meter = 3, Free = [new FreeStretch(4, 6)] }).Grid;
        Assert.True(tapped.IsSteady);
        Assert.Equal((90, 3, 1), (tapped.Tempo, tapped.Meter, tapped.Beats.Single(beat => Math.Abs(beat.Seconds - 2.5) < 1e-9).Position));
        Assert.DoesNotContain(tapped.Beats, beat => beat.Seconds is >= 4 and < 6);
        Assert.Equal([(0, 4, 1), (4, 6, 0), (6, 10, 1)], tapped.Stretches.Select(part => ((int)part.Start, (int)part.End, (int)part.Confidence)));
    }

    [Fact]
    public void Sections_keep_what_was_heard_in_them_and_halves_do_not_repeat_each_other()
    {
        var heard = Song(120, 4, 64);
        CorrectedSection[] split = [new(0, 4, SectionRole.Intro), new(4, 8, SectionRole.Verse, "Slow"), new(8, heard.Duration, SectionRole.Chorus)];
        var sections = Corrected.Of(heard, new Corrections { Sections = split }).Sections;
        // The last one lies mostly in what was heard as a repeat of the first half.
        Assert.Equal([null, null, 0], sections.Select(section => section.RepeatOf));
        Assert.Equal(("Slow", heard.Sections[0].Energy), (sections[1].Name, sections[1].Energy));
        Assert.Equal(SectionRole.Chorus, sections[2].Role);
    }

    private static void Everywhere(Action<HeardSong, Corrections, Random> check)
    {
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var song = Song(random.Next(40, 240), random.Next(2, 8), random.Next(0, 80), random.Next(1, 3), random.Next(4) == 0 ? random.Next(1, 20) : null);
            var sections = random.Next(3) > 0 ? null : SectionEditing.Snapped(
                [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new CorrectedSection(random.NextDouble() * song.Duration, song.Duration, SectionRole.Verse, null, random.Next(2) == 0))],
                song.Grid, song.Duration);
            check(song, new Corrections
            {
                Octave = random.Next(-2, 3), HalfBeats = random.Next(-8, 9), NudgeMs = random.Next(-500, 501), One = random.Next(3) == 0 ? random.Next(0, 2) : null,
                Meter = random.Next(3) == 0 ? random.Next(2, 13) : null, Tapped = random.Next(5) == 0 ? new TappedGrid(random.Next(20, 400), random.NextDouble() * song.Duration) : null,
                Free = random.Next(3) == 0 ? [new FreeStretch(1, 1 + random.NextDouble() * 5)] : [], Sections = sections,
            }, random);
        }
    }

    private static HeardSong Song(double tempo, int meter, int beats, int firstPosition = 1, int? pauseAfter = null)
    {
        var step = 60 / tempo;
        var duration = Math.Max(5, (beats + 1) * step + (pauseAfter is null ? 0 : 10 * step));
        var grid = Enumerable.Range(0, beats).Select(i => new Beat(0.1 + i * step + (i >= pauseAfter ? 9 * step : 0), (i + firstPosition - 1) % meter + 1)).ToList();
        return new HeardSong(
            duration, new BeatGrid(grid, beats == 0 ? 0 : meter, beats == 0 ? 0 : tempo, [new TempoPoint(0, tempo)], 0.8, [new Stretch(0, duration, 0.8)]),
            [new Section(0, duration / 2, SectionRole.Verse, 0.4, 2, null, "It comes first."), new Section(duration / 2, duration, SectionRole.Verse, 1, 4, 0, "It comes back.")]);
    }

    private static void Same(HeardSong expected, HeardSong actual)
    {
        Assert.Equal(expected.Grid.Beats.Select(beat => (Math.Round(beat.Seconds, 9), beat.Position)), actual.Grid.Beats.Select(beat => (Math.Round(beat.Seconds, 9), beat.Position)));
        Assert.Equal((expected.Grid.Tempo, expected.Grid.Meter), (actual.Grid.Tempo, actual.Grid.Meter));
        Assert.Equal(expected.Sections, actual.Sections);
    }
}
