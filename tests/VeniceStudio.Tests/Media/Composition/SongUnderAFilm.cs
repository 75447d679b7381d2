using VeniceStudio.Media.Composition;
using VeniceStudio.Tests.Media.Ffmpeg;
using static VeniceStudio.Tests.Media.Composition.FilmBench;

namespace VeniceStudio.Tests.Media.Composition;

/// <summary>A song that clicks every half second under a film that flashes with it.</summary>
public sealed class SongUnderAFilm(FilmBench bench) : IClassFixture<FilmBench>
{
    private const int Frames = 144, Seconds = 6;

    [Theory]
    [InlineData("click22.wav", 22050, 1, "")]
    [InlineData("click44.mp3", 44100, 2, "-b:a 192k")]
    [InlineData("click48.m4a", 48000, 2, "-b:a 192k")]
    [InlineData("click96.flac", 96000, 1, "")]
    [InlineData("vorbis.ogg", 44100, 2, "-c:a libvorbis")]
    [InlineData("bare.wav", 44100, 1, "-c:a pcm_s24le")]
    public async Task Every_click_sounds_with_its_flash(string name, int rate, int channels, string how)
    {
        var song = await SongAsync(name, rate, channels, how);
        var made = await bench.ComposeAsync(await FlashingAsync() with { Song = song }, name + ".mp4");
        var flashes = (await bench.LevelsAsync(made.Path)).Select((level, frame) => (level, frame)).Where(one => one.level > 128).Select(one => one.frame / 24.0).ToList();
        var clicks = await ClicksAsync(made.Path);
        Assert.Equal(12, flashes.Count);
        Assert.Equal(flashes.Count, clicks.Count);
        for (var i = 0; i < clicks.Count; i++) Assert.InRange(clicks[i] - flashes[i], -0.010, 0.010);
        Assert.Equal($"{Math.Min(rate, 48000)},{channels}", await bench.ProbeAsync(made.Path, "stream=sample_rate,channels") is var said ? said.Split(';')[^1].Trim() : "");
        Assert.Equal("6.000000", (await bench.ProbeAsync(made.Path, "format=duration")).Split(';')[^1]);
    }

    [Fact]
    public async Task A_picture_in_the_songs_file_is_not_taken_for_a_film()
    {
        var song = await bench.Media.MakeAsync("cover.mp3",
            "-f lavfi -i sine=d=6 -f lavfi -i testsrc2=s=300x300:r=1:d=1 -map 0 -map 1 -frames:v 1 -c:v mjpeg -disposition:v attached_pic");
        var made = await bench.ComposeAsync(await FlashingAsync() with { Song = await LookAsync(song) }, "covered.mp4");
        Assert.Equal("video;audio", await bench.ProbeAsync(made.Path, "stream=codec_type"));
    }

    [Fact]
    public async Task A_song_that_is_shorter_or_longer_never_moves_the_films_end()
    {
        foreach (var seconds in (int[])[4, 9])
        {
            var song = await LookAsync(await bench.Media.MakeAsync($"sine{seconds}.wav", $"-f lavfi -i sine=d={seconds}"));
            var made = await bench.ComposeAsync(await FlashingAsync() with { Song = song }, $"length{seconds}.mp4");
            Assert.Equal("6.000000", (await bench.ProbeAsync(made.Path, "format=duration")).Split(';')[^1]);
        }
    }

    [Fact]
    public async Task Its_loudness_stays_unless_a_fade_is_asked_for()
    {
        var song = await LookAsync(await bench.Media.MakeAsync("loud.wav", "-f lavfi -i sine=330:d=6 -ac 2"));
        var film = await FlashingAsync() with { Song = song };
        var plain = await MeasureAsync(film, "plain.mp4");
        // A tone of an eighth of full scale on both sides: by the norm's formula 18 to 22 below full scale.
        Assert.InRange(plain.SongLoudness!.Value, -23, -17);
        Assert.InRange(plain.LoudnessOff!.Value, -0.2, 0.2);
        var faded = await bench.ComposeAsync(film with { Fades = new(SoundIn: 48, SoundOut: 48) }, "soft.mp4");
        var samples = await bench.Media.SamplesAsync(faded.Path);
        Assert.True(Peak(samples, 0.1) < Peak(samples, 3) / 4 && Peak(samples, 5.85) < Peak(samples, 3) / 4);
    }

    [Fact]
    public async Task A_part_of_a_song_begins_where_it_is_wanted()
    {
        var song = await SongAsync("part.wav", 44100, 1, "");
        var made = await bench.ComposeAsync(await FlashingAsync() with { Song = song with { From = 0.25 } }, "part.mp4");
        Assert.Equal(0.25, (await ClicksAsync(made.Path))[0], 0.01);
    }

    private async Task<Scorecard> MeasureAsync(Timeline film, string name) =>
        await new FilmMeasuring(bench.Tools).MeasureAsync((await bench.ComposeAsync(film, name)).Path, film, null, Ct);

    private static int Peak(short[] samples, double at) => samples.Skip((int)(at * 44100)).Take(2000).Max(sample => Math.Abs((int)sample));

    private async Task<Timeline> FlashingAsync()
    {
        var (dark, light) = (await bench.ClipAsync(30), await bench.ClipAsync(220));
        return Film([.. Enumerable.Range(0, Frames / 12).SelectMany(i => (FilmSpan[])[Span(i * 12, 1, light), Span(i * 12 + 1, 11, dark)])]);
    }

    private async Task<SongSource> SongAsync(string name, int rate, int channels, string how) => await LookAsync(await bench.Media.MakeAsync(name,
        $"-f lavfi -i aevalsrc=exprs='if(lt(mod(t,0.5),0.003),0.8*sin(2*PI*2000*t),0)':s={rate}:d={Seconds} -ac {channels} {how}".Trim()));

    private async Task<SongSource> LookAsync(string path) => await new SourceLook(bench.Tools).SongAsync(await FileAsync(path), Ct);

    private async Task<List<double>> ClicksAsync(string path)
    {
        var samples = await bench.Media.SamplesAsync(path);
        var clicks = new List<double>();
        for (var i = 0; i < samples.Length; i++)
            if (Math.Abs((int)samples[i]) > 6000 && (clicks.Count == 0 || i / 44100.0 - clicks[^1] > 0.2)) clicks.Add(i / 44100.0);
        return clicks;
    }
}
