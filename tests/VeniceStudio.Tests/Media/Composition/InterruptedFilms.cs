using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;
using static VeniceStudio.Tests.Media.Composition.FilmBench;

namespace VeniceStudio.Tests.Media.Composition;

public sealed class InterruptedFilms(FilmBench bench) : IClassFixture<FilmBench>
{
    [Fact]
    public async Task A_cancelled_film_leaves_no_halves_and_goes_on_from_what_was_finished()
    {
        var film = await FourShotsAsync();
        var folder = bench.Media.PathOf("cancelled");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var seen = new Watcher(progress => { if (progress.Frames > 12) stop.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new FilmMaking(bench.Tools, sideBySide: 1).ComposeAsync(Plan(film), folder, bench.Media.PathOf("never.mp4"), seen, stop.Token));
        Assert.False(File.Exists(bench.Media.PathOf("never.mp4")));
        Assert.All(Directory.GetFiles(folder), file => Assert.EndsWith(".mp4", file, StringComparison.Ordinal));

        var made = await bench.ComposeAsync(film, "at-last.mp4", folder);
        Assert.True(made.Reused >= 1 && made.Encoded + made.Reused == 4, $"{made.Reused} reused");
        var whole = await bench.ComposeAsync(film, "in-one-go.mp4", bench.Media.PathOf("fresh"));
        Assert.Equal(await File.ReadAllBytesAsync(whole.Path, Ct), await File.ReadAllBytesAsync(made.Path, Ct));
    }

    [Fact]
    public async Task Progress_counts_real_frames_and_ends_with_all_of_them()
    {
        var film = await FourShotsAsync();
        var seen = new List<ComposeProgress>();
        await new FilmMaking(bench.Tools).ComposeAsync(Plan(film), bench.Media.PathOf("counted"), bench.Media.PathOf("counted.mp4"), new Watcher(seen.Add), Ct);
        Assert.Equal(new ComposeProgress(ComposeStage.Done, 48, 48, 0), seen[^1]);
        Assert.Equal(seen.Select(progress => progress.Frames).Order(), seen.Select(progress => progress.Frames));
        seen.Clear();
        await new FilmMaking(bench.Tools).ComposeAsync(Plan(film), bench.Media.PathOf("counted"), bench.Media.PathOf("counted.mp4"), new Watcher(seen.Add), Ct);
        Assert.Equal(new ComposeProgress(ComposeStage.Encoding, 48, 48, 48), seen[0]);
    }

    [Fact]
    public async Task Two_films_at_once_in_one_folder_do_not_fight()
    {
        var film = await FourShotsAsync();
        var folder = bench.Media.PathOf("shared");
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => bench.ComposeAsync(film, $"twin{i % 2}.mp4", folder)));
        Assert.All(made, one => Assert.Equal(48, one.Frames));
        Assert.Equal(await File.ReadAllBytesAsync(made[0].Path, Ct), await File.ReadAllBytesAsync(made[1].Path, Ct));
        Assert.DoesNotContain(Directory.GetFiles(folder), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_full_disk_ends_with_a_sentence_and_leaves_the_last_film()
    {
        var film = await FourShotsAsync();
        var good = await bench.ComposeAsync(film, "good.mp4", bench.Media.PathOf("full"));
        var before = await File.ReadAllBytesAsync(good.Path, Ct);
        var fails = bench.Media.Write("ffmpeg-full.sh", "#!/bin/sh\necho 'av_interleaved_write_frame(): No space left on device' >&2\nexit 1\n"u8);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fails, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var changed = film with { Spans = [film.Spans[1] with { Start = 0 }, film.Spans[0] with { Start = 12 }, .. film.Spans.Skip(2)], Fades = new(PictureIn: 3) };
        var e = await Assert.ThrowsAsync<MediaException>(() => new FilmMaking(bench.Tools with { Ffmpeg = fails })
            .ComposeAsync(Plan(changed), bench.Media.PathOf("full"), good.Path, null, Ct));
        Assert.Contains("disk is full", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(good.Path, Ct));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(good.Path)!, "good.mp4*"));
    }

    [Fact]
    public async Task A_clip_that_is_gone_or_damaged_is_named_by_its_place()
    {
        var clip = await bench.ClipAsync(77, 1);
        var broken = await FileAsync(bench.Media.Write("broken.mp4", (await File.ReadAllBytesAsync(clip.Path, Ct)).AsSpan(0, 900)));
        var gone = clip with { Path = bench.Media.PathOf("gone.mp4"), Hash = "gone" };
        foreach (var bad in (SourceFile[])[broken, gone])
        {
            var e = await Assert.ThrowsAsync<MediaException>(() => bench.ComposeAsync(Film(Span(0, 36, clip), Span(36, 12, bad)), "bad.mp4", bench.Media.PathOf("bad")));
            Assert.Contains("0:01.5", e.Message, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(bench.Media.PathOf("bad.mp4")));
    }

    [Fact]
    public async Task A_segment_that_a_power_cut_emptied_is_made_anew()
    {
        var film = await FourShotsAsync();
        var folder = new SegmentFolder(bench.Media.PathOf("power"));
        var before = await File.ReadAllBytesAsync((await bench.ComposeAsync(film, "power.mp4", folder.Path)).Path, Ct);
        var hit = folder.PathOf(Plan(film).Segments[2].Key);
        await File.WriteAllBytesAsync(hit, new byte[new FileInfo(hit).Length], Ct);
        var made = await bench.ComposeAsync(film, "power.mp4", folder.Path);
        Assert.Equal(1, made.Encoded);
        Assert.Equal(before, await File.ReadAllBytesAsync(made.Path, Ct));
    }

    [Fact]
    public async Task Segments_that_no_film_uses_any_more_are_swept_away()
    {
        var film = await FourShotsAsync();
        var folder = new SegmentFolder(bench.Media.PathOf("swept"));
        await bench.ComposeAsync(film, "swept.mp4", folder.Path);
        Assert.Equal(0, folder.Sweep(DateTimeOffset.UtcNow.AddDays(-1)));
        foreach (var file in Directory.GetFiles(folder.Path)) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-9));
        await bench.ComposeAsync(film with { TotalFrames = 12, Spans = [film.Spans[0]] }, "kept.mp4", folder.Path);
        Assert.True(folder.Sweep(DateTimeOffset.UtcNow.AddDays(-1)) > 0);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    private async Task<Timeline> FourShotsAsync()
    {
        var clips = new List<SourceFile>();
        for (var i = 0; i < 4; i++) clips.Add(await bench.ClipAsync(40 + 45 * i, 0.5));
        return Film([.. clips.Select((clip, i) => Span(12 * i, 12, clip))]);
    }

    private sealed class Watcher(Action<ComposeProgress> see) : IProgress<ComposeProgress>
    {
        public void Report(ComposeProgress value)
        {
            lock (see) see(value);
        }
    }
}
