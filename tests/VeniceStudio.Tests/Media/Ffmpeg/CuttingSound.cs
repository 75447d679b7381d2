using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Ffmpeg;

public sealed class CuttingSound(MediaBench bench) : IClassFixture<MediaBench>
{
    /// <summary>A sound whose pitch rises all the time, so that any stretch tells where it came from.</summary>
    private const string Rising = "-f lavfi -i aevalsrc=exprs=0.5*sin(2*PI*(300*t+80*t*t)):s=44100:d=6";

    [Theory]
    [InlineData("song.wav", "")]
    [InlineData("song.flac", "")]
    [InlineData("song.mp3", " -b:a 192k")]
    [InlineData("vbr.mp3", " -q:a 4 -write_xing 0")]
    [InlineData("song.m4a", " -b:a 192k")]
    [InlineData("song.ogg", " -c:a libvorbis -q:a 8")]
    public async Task A_cut_begins_and_ends_on_the_sample(string name, string how)
    {
        var song = await bench.MakeAsync(name, Rising + how);
        var whole = await bench.SamplesAsync(song);
        var cut = await new AudioCut(bench.Tools).CutAsync(song, bench.PathOf("cuts"), 2.34567, 1.5, MediaBench.Ct);

        Assert.Equal(ContentKind.Wav, cut.Kind);
        Assert.Equal(ContentKind.Wav, await ContentSniff.OfFileAsync(cut.Path, MediaBench.Ct));
        Assert.Equal(1.5, cut.LengthSeconds);
        var samples = await bench.SamplesAsync(cut.Path);
        Assert.Equal(66_150, samples.Length);
        Assert.Equal(0, ShiftOf(whole, samples, (int)Math.Round(2.34567 * 44_100)));
    }

    [Fact]
    public async Task A_cut_as_MP3_begins_on_the_sample_for_decoders_that_read_its_gap_tag()
    {
        var song = await bench.MakeAsync("for-mp3.wav", Rising);
        var cut = await new AudioCut(bench.Tools).CutAsync(song, bench.PathOf("cuts"), 1, 2, MediaBench.Ct, AudioCutFormat.Mp3);
        Assert.Equal(ContentKind.Mp3, await ContentSniff.OfFileAsync(cut.Path, MediaBench.Ct));
        Assert.InRange(ShiftOf(await bench.SamplesAsync(song), await bench.SamplesAsync(cut.Path), 44_100), -1, 1);
        Assert.InRange(cut.Bytes, 20_000, 60_000);
    }

    [Fact]
    public async Task Thirty_seconds_stay_inside_what_Venice_takes()
    {
        var song = await bench.MakeAsync("long.flac", "-f lavfi -i anoisesrc=d=31:r=48000:a=0.3 -ac 2");
        var cut = await new AudioCut(bench.Tools).CutAsync(song, bench.PathOf("cuts"), 0.5, 30, MediaBench.Ct);
        Assert.Equal(30, (await new MediaProbe(bench.Tools).ProbeAsync(cut.Path, MediaBench.Ct)).DurationSeconds);
        Assert.InRange(cut.Bytes, 5_000_000, AudioCut.MaxBytes);
    }

    [Fact]
    public async Task Where_the_song_ends_the_cut_ends_too()
    {
        var song = await bench.MakeAsync("ends.wav", Rising);
        var cut = await new AudioCut(bench.Tools).CutAsync(song, bench.PathOf("cuts"), 4, 10, MediaBench.Ct);
        Assert.Equal(2, cut.LengthSeconds, 0.001);
    }

    [Theory]
    [InlineData(0, 0.9, "1 to 30 seconds")]
    [InlineData(0, 30.1, "1 to 30 seconds")]
    [InlineData(0, double.NaN, "1 to 30 seconds")]
    [InlineData(-1, 5, "outside the song")]
    [InlineData(5.5, 5, "earlier start")]
    [InlineData(60, 5, "earlier start")]
    public async Task A_stretch_that_cannot_be_cut_is_refused_and_leaves_nothing_behind(double start, double length, string words)
    {
        var song = await bench.MakeAsync("refused.wav", Rising);
        var target = bench.PathOf($"none{start}{length}");
        var e = await Assert.ThrowsAsync<MediaException>(() => new AudioCut(bench.Tools).CutAsync(song, target, start, length, MediaBench.Ct));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any());
    }

    [Theory]
    [InlineData("ok.mp3", "-f lavfi -i sine=d=3", "mp3", "mp3")]
    [InlineData("ok.wav", "-f lavfi -i sine=d=3", "wav", "pcm_s16le")]
    [InlineData("ok.flac", "-f lavfi -i sine=d=3", "flac", "flac")]
    [InlineData("ok.m4a", "-f lavfi -i sine=d=3", "m4a", "aac")]
    [InlineData("ok.ogg", "-f lavfi -i sine=d=3 -c:a libvorbis", "ogg", "vorbis")]
    [InlineData("opus.ogg", "-f lavfi -i sine=d=3 -c:a libopus", "ogg", "opus")]
    [InlineData("branded.mp4", "-f lavfi -i sine=d=3 -c:a aac", "m4a", "aac")]
    [InlineData("cover.mp3", "-f lavfi -i sine=d=3 -f lavfi -i testsrc2=s=300x300:r=1:d=1 -map 0 -map 1 -frames:v 1 -c:v mjpeg -disposition:v attached_pic", "mp3", "mp3")]
    public async Task Every_usual_song_file_is_taken(string name, string arguments, string container, string codec)
    {
        var facts = await CheckAsync(await bench.MakeAsync(name, arguments));
        Assert.Equal((container, codec), (facts.Container, facts.Audio!.Codec));
        Assert.Equal(3, facts.DurationSeconds, 0.06);
        Assert.Null(facts.Video);
    }

    [Fact]
    public async Task A_video_a_page_and_nothing_at_all_are_refused_by_name()
    {
        Assert.Contains("a video", await RefusalAsync(await bench.MakeAsync("v.mp4", MediaBench.Clip)), StringComparison.Ordinal);
        Assert.Contains("a web page", await RefusalAsync(bench.Write("p.mp3", "<html>"u8)), StringComparison.Ordinal);
        Assert.Contains("a playlist", await RefusalAsync(bench.Write("l.mp3", "#EXTM3U\nhttp://127.0.0.1/x"u8)), StringComparison.Ordinal);
        Assert.Contains("empty", await RefusalAsync(bench.Write("e.mp3", [])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("torn.flac", "")]
    [InlineData("torn.m4a", " -movflags +faststart")]
    [InlineData("torn.wav", " -rf64 never")]
    public async Task A_song_that_breaks_off_is_refused(string name, string how)
    {
        var whole = await File.ReadAllBytesAsync(await bench.MakeAsync(name, Rising + how), MediaBench.Ct);
        var refusal = await RefusalAsync(bench.Write("half-" + name, whole.AsSpan(0, whole.Length / 2)));
        Assert.Contains("breaks off", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_song_too_short_or_too_long_is_refused_with_the_limit()
    {
        var song = await bench.MakeAsync("six.ogg", Rising + " -c:a libvorbis");
        Assert.Contains("at least 10 s", await RefusalAsync(song, new AudioLimits(MinSeconds: 10)), StringComparison.Ordinal);
        Assert.Contains("up to 0.1", await RefusalAsync(song, new AudioLimits(MaxSeconds: 5)), StringComparison.Ordinal);
        Assert.Contains("No sound", await RefusalAsync(await bench.MakeAsync("zero.wav", "-f lavfi -i sine=d=1 -t 0")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_song_of_just_the_longest_length_is_taken_with_the_silence_that_an_encoder_adds()
    {
        var song = await bench.MakeAsync("six.mp3", Rising + " -c:a libmp3lame -write_xing 0");
        var limits = new AudioLimits(MaxSeconds: 6);
        Assert.True((await new MediaProbe(bench.Tools).ProbeAsync(song, MediaBench.Ct)).DurationSeconds > limits.MaxSeconds);
        Assert.InRange((await new AudioCheck(bench.Tools).CheckAsync(song, MediaBench.Ct, limits)).DurationSeconds, 6, 6.5);
    }

    private Task<MediaFacts> CheckAsync(string path) => new AudioCheck(bench.Tools).CheckAsync(path, MediaBench.Ct);

    private async Task<string> RefusalAsync(string path, AudioLimits? limits = null) =>
        (await Assert.ThrowsAsync<MediaException>(() => new AudioCheck(bench.Tools).CheckAsync(path, MediaBench.Ct, limits))).Message;

    /// <summary>By how many samples the stretch lies off the expected place in the whole, searched 2,000 either way.</summary>
    private static int ShiftOf(short[] whole, short[] stretch, int expected) =>
        Enumerable.Range(-2000, 4001).MinBy(shift =>
        {
            long apart = 0;
            for (var i = 3000; i < 9000; i++) apart += Math.Abs(whole[expected + shift + i] - stretch[i]);
            return apart;
        });
}
