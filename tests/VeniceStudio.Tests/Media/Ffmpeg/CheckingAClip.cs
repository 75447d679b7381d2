using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Ffmpeg;

public sealed class CheckingAClip(MediaBench bench) : IClassFixture<MediaBench>
{
    private static readonly ClipExpectation TwoSeconds = new(Seconds: 2);

    [Fact]
    public async Task A_whole_clip_is_sound_and_its_facts_are_told()
    {
        var path = await bench.MakeAsync("whole.mp4", MediaBench.Clip);
        var sound = Assert.IsType<ClipVerdict.Sound>(await CheckAsync(path, new ClipExpectation(2, new FileInfo(path).Length)));
        Assert.Equal("mp4", sound.Facts.Container);
        Assert.Equal(2, sound.Facts.DurationSeconds, 0.05);
        Assert.Equal(new VideoFacts(160, 90, "h264", "yuv420p", 24, 0), sound.Facts.Video! with { ColourSpace = "", Seconds = 0 });
        Assert.Equal(new AudioFacts("aac", 44100, 1), sound.Facts.Audio);
    }

    [Theory]
    [InlineData("front.mp4", MediaBench.Clip + " -movflags +faststart")]
    [InlineData("whole.mp4", MediaBench.Clip)]
    [InlineData("vp9.webm", "-f lavfi -i testsrc2=s=160x90:r=24:d=2 -c:v libvpx-vp9 -deadline realtime -cpu-used 8")]
    public async Task A_clip_cut_off_anywhere_is_never_called_sound(string name, string arguments)
    {
        var whole = await File.ReadAllBytesAsync(await bench.MakeAsync(name, arguments), MediaBench.Ct);
        var cuts = Enumerable.Range(0, 9).Select(i => whole.Length * i / 9).Append(whole.Length - 1);
        await Parallel.ForEachAsync(cuts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (cut, _) =>
        {
            var path = bench.Write($"{name}.{cut}", whole.AsSpan(0, cut));
            var verdict = await CheckAsync(path, TwoSeconds);
            Assert.True(verdict is ClipVerdict.Torn or ClipVerdict.NotAVideo or ClipVerdict.TooShort, $"{name} cut at {cut} of {whole.Length}: {verdict}");
        });
    }

    [Fact]
    public async Task A_fragmented_clip_cut_between_its_fragments_is_found_by_its_length()
    {
        const string fragments = " -g 12 -movflags +frag_keyframe+empty_moov";
        var whole = await File.ReadAllBytesAsync(await bench.MakeAsync("frag.mp4", MediaBench.Clip + fragments), MediaBench.Ct);
        Assert.IsType<ClipVerdict.Sound>(await CheckAsync(bench.PathOf("frag.mp4"), TwoSeconds));

        var third = 0;
        for (var i = 0; i < 3; i++) third = third + 8 + whole.AsSpan(third + 8).IndexOf("moof"u8);
        var path = bench.Write("frag-cut.mp4", whole.AsSpan(0, third - 4));
        Assert.IsType<ClipVerdict.TooShort>(await CheckAsync(path, TwoSeconds));
        Assert.IsType<ClipVerdict.Torn>(await CheckAsync(path, new ClipExpectation(null, whole.Length)));
    }

    [Fact]
    public async Task A_clip_with_wrecked_frames_is_torn_although_its_size_is_right()
    {
        var bytes = await File.ReadAllBytesAsync(await bench.MakeAsync("wreck.mp4", MediaBench.Clip), MediaBench.Ct);
        for (var i = bytes.Length / 3; i < bytes.Length / 2; i += 7) bytes[i] ^= 0x5A;
        Assert.IsType<ClipVerdict.Torn>(await CheckAsync(bench.Write("wrecked.mp4", bytes), new ClipExpectation(2, bytes.Length)));
    }

    [Theory]
    [InlineData("<!doctype html><h1>Bad gateway", ContentKind.Html, "a web page")]
    [InlineData("{\"error\":\"Media not found\"}", ContentKind.Json, "a JSON message")]
    [InlineData("some other bytes", ContentKind.Unknown, "unknown kind")]
    public async Task A_message_instead_of_a_video_is_called_by_its_name(string text, ContentKind came, string words)
    {
        var path = bench.PathOf($"{came}.mp4");
        await File.WriteAllTextAsync(path, text, MediaBench.Ct);
        var verdict = Assert.IsType<ClipVerdict.NotAVideo>(await CheckAsync(path, TwoSeconds));
        Assert.Equal(came, verdict.Came);
        Assert.Contains(words, verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_download_is_torn_and_a_song_is_no_video()
    {
        Assert.IsType<ClipVerdict.Torn>(await CheckAsync(bench.Write("empty.mp4", []), TwoSeconds));
        Assert.IsType<ClipVerdict.NotAVideo>(await CheckAsync(await bench.MakeAsync("sound.mp4", "-f lavfi -i sine=d=2 -c:a aac"), TwoSeconds));
    }

    [Theory]
    [InlineData("black.mp4", "-f lavfi -i color=black:s=320x180:r=24:d=2")]
    [InlineData("red.mp4", "-f lavfi -i color=red:s=320x180:r=24:d=2")]
    [InlineData("blink.mp4", "-f lavfi -i color=gray:s=320x180:r=24:d=2,hue=b=2*sin(6*t)")]
    [InlineData("card.mp4", "-f lavfi -i color=gray:s=320x180:r=24:d=2,drawbox=20:20:99:50:white:fill -preset ultrafast")]
    [InlineData("stamp.mp4", "-f lavfi -i testsrc2=s=62x48:r=24:d=2")]
    [InlineData("flicker.mp4", "-f lavfi -i testsrc2=s=320x180:r=24:d=0.1")]
    public async Task A_stand_in_is_told_from_a_clip(string name, string arguments)
    {
        var path = await bench.MakeAsync(name, arguments + " -c:v libx264 -pix_fmt yuv420p");
        Assert.IsType<ClipVerdict.Placeholder>(await CheckAsync(path, new ClipExpectation()));
    }

    [Theory]
    [InlineData("dark.mp4", "testsrc2=s=320x180:r=24:d=2,lutyuv=y=16+(val-16)*0.05,noise=alls=4:allf=t")]
    [InlineData("slow.mp4", "mandelbrot=s=320x180:r=1:end_scale=0.3,zoompan=z=1+0.0005*on:d=48:s=320x180:fps=24,trim=end_frame=48")]
    [InlineData("fade.mp4", "testsrc2=s=320x180:r=24:d=2,fade=in:0:40")]
    [InlineData("still.mp4", "mandelbrot=s=640x360:r=24:end_scale=3,loop=47:1,trim=end_frame=48,noise=alls=2:allf=t")]
    public async Task A_dark_slow_or_quiet_scene_is_no_stand_in(string name, string source)
    {
        var path = await bench.MakeAsync(name, $"-f lavfi -i {source} -c:v libx264 -preset veryfast -pix_fmt yuv420p -t 2");
        Assert.IsType<ClipVerdict.Sound>(await CheckAsync(path, TwoSeconds));
    }

    [Theory]
    [InlineData(2.4, true)]
    [InlineData(2.6, false)]
    [InlineData(5, false)]
    public async Task Half_a_second_may_be_missing_and_no_more(double ordered, bool sound)
    {
        var path = await bench.MakeAsync("whole.mp4", MediaBench.Clip);
        Assert.Equal(sound, await CheckAsync(path, new ClipExpectation(ordered)) is ClipVerdict.Sound);
    }

    [Fact]
    public void A_long_clip_may_lack_a_tenth() => Assert.Equal(13.5, new ClipExpectation(15).LeastSeconds);

    [Fact]
    public void Harmless_grumbling_does_not_fail_a_clip()
    {
        var log = new DecodeLog();
        log.Take("[null @ 0x1] Application provided invalid, non monotonically increasing dts to muxer in stream 0: 5 >= 5");
        log.Take("[h264 @ 0x1] co located POCs unavailable");
        Assert.Null(log.FirstDamage);
        log.Take("Error while decoding stream #0:0: Invalid data found when processing input");
        Assert.NotNull(log.FirstDamage);
    }

    [Fact]
    public async Task Sound_that_cannot_be_decoded_does_not_cost_the_picture()
    {
        var bytes = await File.ReadAllBytesAsync(await bench.MakeAsync("whole.mp4", MediaBench.Clip), MediaBench.Ct);
        for (int at = 0, next; (next = bytes.AsSpan(at).IndexOf("mp4a"u8)) >= 0; at += next + 4) "none"u8.CopyTo(bytes.AsSpan(at + next));
        Assert.IsType<ClipVerdict.Sound>(await CheckAsync(bench.Write("odd-sound.mp4", bytes), TwoSeconds));
    }

    [Fact]
    public async Task A_missing_ffmpeg_is_never_taken_for_a_damaged_clip()
    {
        var path = await bench.MakeAsync("whole.mp4", MediaBench.Clip);
        var check = new ClipCheck(new FfmpegTools(bench.PathOf("no-ffmpeg"), bench.PathOf("no-ffprobe")));
        var e = await Assert.ThrowsAsync<MediaException>(() => check.CheckAsync(path, TwoSeconds, MediaBench.Ct));
        Assert.Equal(MediaFault.Tool, e.Fault);
        Assert.Contains("Install ffmpeg", e.Message, StringComparison.Ordinal);
    }

    private Task<ClipVerdict> CheckAsync(string path, ClipExpectation expected) => new ClipCheck(bench.Tools).CheckAsync(path, expected, MediaBench.Ct);
}
