using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Peaks;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Peaks;

public sealed class DrawingAWaveform
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_point_holds_the_lowest_and_highest_of_its_samples_at_every_zoom()
    {
        var song = Noise(100_003);
        var waveform = Heard(song, 777);
        Assert.Equal(song.Length, waveform.Samples);
        foreach (var level in waveform.Levels)
        {
            Assert.Equal((song.Length + level.SamplesPerPoint - 1) / level.SamplesPerPoint, level.Count);
            for (var i = 0; i < level.Count; i++)
            {
                var part = song.Skip(i * level.SamplesPerPoint).Take(level.SamplesPerPoint).ToArray();
                Assert.Equal((sbyte)MathF.Round(part.Min() * 127), level[i].Min);
                Assert.Equal((sbyte)MathF.Round(part.Max() * 127), level[i].Max);
            }
        }
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(700, 1)]
    [InlineData(6000, 2)]
    public void A_tone_colours_its_own_band_most(double hertz, int band)
    {
        var point = Heard(Tone(hertz, 22_050), 4096).Levels[2][5];
        byte[] bands = [point.Low, point.Mid, point.High];
        Assert.All(Enumerable.Range(0, 3).Where(other => other != band), other => Assert.True(bands[band] > bands[other] + 20, string.Join(' ', bands)));
        Assert.InRange(bands[band], 225, 245);   // a full-scale sine lies at −3 dB, which is 242
    }

    [Fact]
    public void However_the_song_is_cut_into_pieces_the_picture_is_the_same()
    {
        var song = Noise(50_000);
        Assert.Equal(Heard(song, 50_000).Levels.Select(Bytes), Heard(song, 1).Levels.Select(Bytes));
    }

    [Fact]
    public void Chunks_come_while_the_song_is_read_and_join_to_the_whole()
    {
        var chunks = new List<WaveformChunk>();
        var builder = new WaveformBuilder(chunks.Add);
        builder.Hear(Noise(IListener.SampleRate * 30));
        Assert.True(chunks.Where(chunk => chunk.Level == 0).Sum(chunk => chunk.Count) > 4000);
        builder.Hear(Noise(IListener.SampleRate * 30));
        var waveform = builder.Finish();
        for (var level = 0; level < waveform.Levels.Count; level++)
        {
            var own = chunks.Where(chunk => chunk.Level == level).ToList();
            Assert.Equal(Bytes(waveform.Levels[level]), own.SelectMany(chunk => chunk.Points.ToArray()));
            Assert.Equal(own.Select(chunk => chunk.First), own.Select((_, i) => own.Take(i).Sum(chunk => chunk.Count)));
        }
    }

    [Fact]
    public void A_song_at_a_glance_is_as_loud_as_it_is_there()
    {
        // A quiet half and a loud one, each with peaks as high as the other's: what lists show is how it sounds, not its highest sample.
        var quiet = Noise(200_000).Select((sample, at) => at % 20_000 == 0 ? 0.9f : sample / 10);
        var shape = WaveformShape.Of(Heard([.. quiet, .. Noise(200_000)], 4096)).Chunk(WaveformShape.ColumnBytes).ToList();
        Assert.Equal(WaveformShape.Columns, shape.Count);
        Assert.All(shape[..47], column => Assert.InRange(column[0], 10, 60));
        Assert.All(shape[49..], column => Assert.InRange(column[0], 105, 115));
        Assert.All(shape[49..], column => Assert.True(column[3] > column[1], "Noise is highest in its high band."));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public void A_song_of_next_to_nothing_has_a_shape_too(int samples) =>
        Assert.Equal(WaveformShape.Columns * WaveformShape.ColumnBytes, WaveformShape.Of(Heard(Noise(samples), 4096)).Length);

    [Fact]
    public void Clipping_and_broken_samples_stay_inside_the_picture()
    {
        var waveform = Heard([.. Enumerable.Repeat(float.NaN, 100), .. Enumerable.Repeat(float.PositiveInfinity, 100), .. Enumerable.Repeat(-3f, 500), .. new float[22_050]], 64);
        Assert.Equal(-127, waveform.Levels[0][2].Min);
        Assert.Equal(new WaveformPoint(0, 0, 0, 0, 0), waveform.Levels[0][waveform.Levels[0].Count - 1]);
    }

    [Fact]
    public async Task A_written_waveform_reads_back_as_it_was()
    {
        foreach (var length in (int[])[0, 1, 127, 128, 129, 100_000])
        {
            var waveform = Heard(Noise(length), 4096);
            using var file = new MemoryStream();
            await WaveformFile.WriteAsync(waveform, file, Ct);
            var read = await WaveformFile.ReadAsync(file, Ct);
            Assert.Equal((waveform.SampleRate, waveform.Samples, waveform.Duration), (read.SampleRate, read.Samples, read.Duration));
            Assert.Equal(waveform.Levels.Select(level => (level.SamplesPerPoint, Convert.ToHexString(level.Points.Span))),
                read.Levels.Select(level => (level.SamplesPerPoint, Convert.ToHexString(level.Points.Span))));
        }
    }

    [Fact]
    public async Task Twenty_minutes_take_less_than_a_megabyte_and_a_half()
    {
        var builder = new WaveformBuilder();
        var second = Noise(IListener.SampleRate);
        for (var i = 0; i < 1200; i++) builder.Hear(second);
        using var file = new MemoryStream();
        var waveform = builder.Finish();
        await WaveformFile.WriteAsync(waveform, file, Ct);
        Assert.InRange(waveform.Levels[0].Points.Length, 1_000_000, 1_200_000);
        Assert.InRange(file.Length, 1_000_000, 1_500_000);
    }

    [Fact]
    public async Task A_damaged_waveform_is_refused_with_a_sentence()
    {
        using var file = new MemoryStream();
        await WaveformFile.WriteAsync(Heard(Noise(3000), 4096), file, Ct);
        var whole = file.ToArray();
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = whole[..(i < whole.Length ? i : whole.Length)];
            if (i >= whole.Length) bytes[random.Next(68)] = (byte)random.Next(256);
            try
            {
                await WaveformFile.ReadAsync(new MemoryStream(bytes), Ct);
                Assert.True(i >= whole.Length, "A waveform that was cut off was taken.");
            }
            catch (MediaException e)
            {
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            }
        }
    }

    private static Waveform Heard(float[] song, int piece)
    {
        var builder = new WaveformBuilder();
        for (var at = 0; at < song.Length; at += piece) builder.Hear(song.AsSpan(at, Math.Min(piece, song.Length - at)));
        return builder.Finish();
    }

    private static float[] Noise(int length)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() * 1.8f - 0.9f)];
    }

    private static float[] Tone(double hertz, int length) =>
        [.. Enumerable.Range(0, length).Select(i => (float)Math.Sin(2 * Math.PI * hertz * i / IListener.SampleRate))];

    private static byte[] Bytes(WaveformLevel level) => level.Points.ToArray();
}
