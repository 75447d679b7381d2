using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Decoding;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Tests.Media.Ffmpeg;
using static VeniceStudio.Tests.Media.Audio.RhythmSounds;

namespace VeniceStudio.Tests.Media.Audio;

public sealed class RhythmOfFiles(MediaBench bench) : IClassFixture<MediaBench>
{
    private static readonly AudioLimits AnyLength = new(0, 1200);

    [Theory]
    [InlineData("song.flac", "")]
    [InlineData("song.mp3", "-b:a 192k")]
    [InlineData("vbr.mp3", "-q:a 4")]
    [InlineData("song.m4a", "-c:a aac -b:a 192k")]
    [InlineData("song.ogg", "-c:a libvorbis -q:a 5")]
    [InlineData("opus.ogg", "-c:a libopus -b:a 128k")]
    [InlineData("48000.wav", "-ar 48000 -ac 2")]
    [InlineData("8000.wav", "-ar 8000")]
    public async Task A_click_sits_in_every_format_where_it_sits_in_the_WAV(string name, string how)
    {
        var wav = await WavAsync("clicks.wav", Clicks([1.0, 2.0, 3.0], 4), 44_100);
        var other = await bench.MakeAsync(name, $"-i {wav} {how}".TrimEnd());
        var (expected, heard) = (await DecodeAsync(wav), await DecodeAsync(other));
        foreach (var second in (double[])[1, 2, 3])
            Assert.Equal(0, Lag(expected, heard, second), tolerance: 0.002);
    }

    /// <summary>Chromium's decoder puts it there too (1.0251 s for a click at 1 s), and so does a film's soundtrack: beats have to go along.</summary>
    [Fact]
    public async Task An_MP3_that_has_lost_its_tag_is_heard_where_players_play_it()
    {
        var wav = await WavAsync("clicks.wav", Clicks([1.0, 2.0, 3.0], 4), 44_100);
        var bare = await bench.MakeAsync("bare.mp3", $"-i {wav} -b:a 192k -write_xing 0");
        Assert.Equal(1105 / 44_100.0, Lag(await DecodeAsync(wav), await DecodeAsync(bare), 2), tolerance: 0.002);
    }

    [Fact]
    public async Task The_same_music_is_heard_alike_in_every_format()
    {
        var wav = await WavAsync("band.wav", Band(Pulse(117, 20), 20, 4, (Drum.Kick, [0, 2]), (Drum.Snare, [1, 3]), (Drum.Hat, [0, .5, 1, 1.5, 2, 2.5, 3, 3.5])), 44_100);
        var first = (await HearAsync(wav)).Grid.Beats;
        Assert.True(first.Count > 30);
        foreach (var (name, how) in (ValueTuple<string, string>[])[("b.mp3", "-b:a 128k"), ("b.m4a", "-c:a aac"), ("b.ogg", "-c:a libvorbis"), ("b.flac", "")])
        {
            var beats = (await HearAsync(await bench.MakeAsync(name, $"-i {wav} {how}".TrimEnd()))).Grid.Beats;
            Assert.Equal(first.Count, beats.Count);
            Assert.All(first.Zip(beats), pair => Assert.Equal(pair.First.Seconds, pair.Second.Seconds, tolerance: 0.005));
        }
    }

    [Fact]
    public async Task Telephone_sound_in_mono_keeps_its_beat()
    {
        var pulse = Pulse(96, 20);
        var wav = await WavAsync("plain.wav", Band(pulse, 20, 4, (Drum.Kick, [0, 2]), (Drum.Snare, [1, 3]), (Drum.Hat, [0, 1, 2, 3])), Rate);
        var song = await HearAsync(await bench.MakeAsync("phone.wav", $"-i {wav} -ar 8000 -ac 1"));
        Assert.InRange(song.Grid.Tempo, 95.8, 96.2);
    }

    [Fact]
    public async Task A_loud_stereo_song_arrives_within_full_scale()
    {
        var loud = await bench.MakeAsync("loud.wav", "-f lavfi -i aevalsrc=0.99*sin(880*t)|0.99*sin(880*t):s=44100:d=2 -c:a pcm_f32le");
        Assert.InRange((await DecodeAsync(loud)).Max(Math.Abs), 0.95f, 1.01f);
    }

    [Fact]
    public async Task Torn_at_any_of_two_hundred_places_and_bitten_a_file_is_refused_in_words_or_heard_as_far_as_it_goes()
    {
        const int Places = 40, Decoded = 8;   // starting ffmpeg costs more than all the rest: one torn file in eight is decoded
        var wav = await WavAsync("six.wav", Clicks(Pulse(120, 6), 6), Rate);
        var random = new Random(1);
        foreach (var name in (string[])["f.mp3", "f.flac", "f.ogg", "f.m4a", "f.wav"])
        {
            var whole = await File.ReadAllBytesAsync(await bench.MakeAsync(name, $"-i {wav}"), MediaBench.Ct);
            for (var i = 0; i < Places; i++)
            {
                // Half of them in the first kilobyte, where headers are.
                var torn = whole[..(i % 2 == 0 ? i * whole.Length / Places : 1 + i * 1024 / Places)];
                for (var k = 0; k < i % 4 * 10 && torn.Length > 0; k++) torn[random.Next(torn.Length)] ^= (byte)(1 << random.Next(8));
                LookedAt(torn);
                if (i % Decoded == 0) await HearsOrRefusesAsync(bench.Write("torn-" + name, torn));
            }
            for (var k = 0; k < 40; k++) whole[random.Next(whole.Length)] ^= (byte)(1 << random.Next(8));
            await HearsOrRefusesAsync(bench.Write("bitten-" + name, whole));
        }
    }

    [Fact]
    public void Two_hundred_torn_songs_are_heard_without_a_fault()
    {
        var samples = Clicks(Pulse(120, 12), 12);
        for (var i = 0; i < 200; i++) Assert.NotNull(Hear(samples[..(int)Math.Pow(samples.Length, i / 260.0)]));
    }

    [Fact]
    public async Task Samples_that_are_no_numbers_do_no_harm()
    {
        var samples = Clicks(Pulse(120, 8), 8);
        for (var i = 0; i < samples.Length; i += 9_001) samples[i] = (i % 3) switch { 0 => float.NaN, 1 => float.PositiveInfinity, _ => 1e30f };
        var song = await HearAsync(await WavAsync("mad.wav", samples, Rate));
        Assert.All(song.Grid.Beats, beat => Assert.InRange(beat.Seconds, 0, 8));
        Assert.False(double.IsNaN(song.Grid.Confidence));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html><body>no</body></html>", "web page")]
    public async Task What_is_no_sound_is_named(string content, string word)
    {
        var path = bench.Write("no-sound", System.Text.Encoding.ASCII.GetBytes(content));
        var refusal = await Assert.ThrowsAsync<MediaException>(() => HearAsync(path));
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_short_a_sound_is_refused_with_the_limit()
    {
        var refusal = await Assert.ThrowsAsync<MediaException>(async () => await HearAsync(await WavAsync("short.wav", new float[Rate], Rate)));
        Assert.Equal(MediaFault.OutsideLimits, refusal.Fault);
        Assert.Contains("at least 5 s", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_goes_through_the_stages_and_never_back()
    {
        var steps = new List<HearingProgress>();
        await new SongHearing(bench.Tools).HearAsync(await WavAsync("told.wav", Clicks(Pulse(120, 10), 10), Rate), new Told(steps), MediaBench.Ct);
        Assert.Equal(steps.OrderBy(step => step.Stage).ThenBy(step => step.Share), steps);
        foreach (var stage in Enum.GetValues<HearingStage>()) Assert.Equal(1, steps.Last(step => step.Stage == stage).Share);
    }

    [Fact]
    public async Task Cancelling_ends_it() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new SongHearing(bench.Tools).HearAsync(await WavAsync("left.wav", new float[6 * Rate], Rate), null, new CancellationToken(canceled: true)));

    /// <summary>Everything that reads a strange file's bytes before ffmpeg does.</summary>
    private static void LookedAt(byte[] content)
    {
        Assert.True(Enum.IsDefined(ContentSniff.Of(content.AsSpan(0, Math.Min(content.Length, ContentSniff.HeadBytes)))));
        Assert.True(Enum.IsDefined(Mp4Boxes.Of(new MemoryStream(content))));
        _ = WavChunks.BreaksOff(new MemoryStream(content));
        _ = MpegAudio.Sniff(content);
    }

    private async Task HearsOrRefusesAsync(string path)
    {
        try
        {
            Assert.True(await new SongDecoder(bench.Tools).DecodeAsync(path, [new Kept()], null, MediaBench.Ct, AnyLength) > 0);
        }
        catch (MediaException refusal)
        {
            Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
        }
    }

    private Task<HeardSong> HearAsync(string path) => new SongHearing(bench.Tools).HearAsync(path, null, MediaBench.Ct);

    private async Task<float[]> DecodeAsync(string path)
    {
        var kept = new Kept();
        await new SongDecoder(bench.Tools).DecodeAsync(path, [kept], null, MediaBench.Ct, AnyLength);
        return [.. kept.Samples];
    }

    /// <summary>A WAV of floats; at 44.1 kHz it is ffmpeg that makes it out of ours.</summary>
    private async Task<string> WavAsync(string name, float[] samples, int rate)
    {
        var bytes = new byte[44 + samples.Length * 4];
        using (var header = new BinaryWriter(new MemoryStream(bytes)))
        {
            header.Write("RIFF"u8); header.Write(bytes.Length - 8); header.Write("WAVEfmt "u8); header.Write(16);
            header.Write((short)3); header.Write((short)1); header.Write(Rate); header.Write(Rate * 4); header.Write((short)4); header.Write((short)32);
            header.Write("data"u8); header.Write(samples.Length * 4);
            foreach (var sample in samples) header.Write(sample);
        }
        var plain = bench.Write(rate == Rate ? name : "plain-" + name, bytes);
        return rate == Rate ? plain : await bench.MakeAsync(name, $"-i {plain} -ar {rate}");
    }

    /// <summary>Seconds by which one sound lies behind the other around a moment, where they agree best.</summary>
    private static double Lag(float[] expected, float[] heard, double second)
    {
        const int Reach = 1200, Half = 900;
        var centre = (int)(second * Rate);
        return Enumerable.Range(-Reach, 2 * Reach + 1).MaxBy(lag =>
        {
            double both = 0, power = 1e-9;
            for (var i = -Half; i < Half; i++)
            {
                var (a, b) = (expected[centre + i], heard[Math.Clamp(centre + i + lag, 0, heard.Length - 1)]);
                (both, power) = (both + a * b, power + b * b);
            }
            return both / Math.Sqrt(power);
        }) / (double)Rate;
    }

    private sealed class Kept : IListener
    {
        public List<float> Samples { get; } = [];

        public void Hear(ReadOnlySpan<float> samples) => Samples.AddRange(samples);
    }

    private sealed class Told(List<HearingProgress> steps) : IProgress<HearingProgress>
    {
        public void Report(HearingProgress value) => steps.Add(value);
    }
}
