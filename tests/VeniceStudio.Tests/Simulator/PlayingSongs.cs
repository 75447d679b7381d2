using System.Runtime.InteropServices;
using VeniceStudio.Simulator.Sound;

namespace VeniceStudio.Tests.Simulator;

/// <summary>The truth about a song must be what a microphone would hear.</summary>
public sealed class PlayingSongs
{
    private const string Lyric = """
        [Verse]
        Lanterns low along the water
        We were counting every bridge

        [Chorus]
        So turn the tide, turn the tide
        Carry me back to the light
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hard techno, 128 bpm", 128, 4)]
    [InlineData("a waltz at 132.5 bpm", 132.5, 3)]
    [InlineData("fast rock, 150 BPM", 150, 4)]
    [InlineData("slow ballad 66 beats per minute", 66, 4)]
    public void A_stated_tempo_is_kept_to_the_sample_and_bars_follow_the_metre(string prompt, double tempo, int metre)
    {
        var truth = Truth(prompt, 90);

        Assert.Equal((tempo, metre), (truth.Tempo, truth.Metre));
        Assert.All(truth.Beats.Zip(truth.Beats.Skip(1)), pair => Assert.Equal(60 / tempo, pair.Second - pair.First, 9));
        Assert.Equal(truth.Beats.Where((_, i) => i % metre == 0), truth.Downbeats);
        Assert.InRange(truth.Beats[0], 0, 0.5);
    }

    [Theory]
    [InlineData("techno", 124, 132)]
    [InlineData("a slow song", 62, 80)]
    [InlineData("something fast", 126, 152)]
    [InlineData("pop", 98, 122)]
    public void Words_of_the_prompt_choose_the_tempo_where_no_number_does(string prompt, int least, int most) =>
        Assert.All(Enumerable.Range(0, 20), i => Assert.InRange(Truth($"{prompt} number {i}", 60).Tempo, least, most));

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(31)]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(180)]
    [InlineData(300)]
    public void A_form_fills_any_length_and_longer_songs_have_more_of_it(int seconds)
    {
        var truth = Truth("pop at 110 bpm", seconds);

        Assert.Equal(0, truth.Sections[0].Start);
        Assert.Equal(seconds, truth.Sections[^1].End);
        Assert.All(truth.Sections.Zip(truth.Sections.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.All(truth.Sections.Skip(1), section => Assert.Contains(section.Start, truth.Downbeats));
        Assert.True(truth.Beats[^1] < seconds);
        if (seconds < 120) return;
        Assert.Equal(["intro", "verse", "chorus", "verse", "chorus", "bridge", "chorus", "outro"], Roles(truth).Where((role, i) => i == 0 || Roles(truth)[i - 1] != role).Take(5).Concat(Roles(truth).TakeLast(3)));
        Assert.Equal(2, truth.Sections.Last(section => section.Role == "chorus").RepeatOf);
    }

    [Fact]
    public async Task Kicks_are_heard_on_the_beats_and_nothing_as_loud_between_them()
    {
        var recipe = new SoundRecipe(SoundKind.Song, "techno, 126 bpm", "serenata-2", "mp3") { Seconds = 40 };
        var sound = await RenderAsync(recipe);
        var truth = Performance.Of(recipe).Truth;
        var drop = truth.Sections.First(section => section.Role == "drop");
        var beats = truth.Beats.Where(beat => beat >= drop.Start && beat < drop.End - 0.5).ToList();

        double Rise(double at) => Low(sound, at + 0.005, 0.03) - Low(sound, at - 0.03, 0.03);

        Assert.True(beats.Count >= 12);
        // The bass answers between the beats and is at times as loud; four beats of five is what an ear needs.
        Assert.True(beats.Count(beat => Rise(beat) > Rise(beat + 30 / truth.Tempo) + 0.002) >= beats.Count * 0.8);
        Assert.True(beats.Count(beat => Rise(beat) > 0.002) >= beats.Count * 0.9);
    }

    [Theory]
    [InlineData("pop")]
    [InlineData("ambient")]
    [InlineData("drum and bass")]
    [InlineData("folk")]
    public async Task A_song_is_neither_faint_nor_clipped_and_ends_in_silence(string style)
    {
        var sound = await RenderAsync(new SoundRecipe(SoundKind.Song, style, "serenata-2", "wav") { Seconds = 24, Lyrics = Lyric });

        var loudness = 10 * Math.Log10(sound.Average(value => (double)value * value));
        Assert.InRange(loudness, -24, -9);
        Assert.InRange(sound.Max(Math.Abs), 0.2f, 0.9f);
        Assert.True(Math.Abs(sound.Average()) < 0.002);
        Assert.True(sound[^200..].Max(Math.Abs) < 0.02);
        Assert.Equal(24 * 44100, sound.Length);
    }

    [Fact]
    public void Every_word_of_a_lyric_is_sung_within_its_part_one_after_the_other()
    {
        var recipe = new SoundRecipe(SoundKind.Song, "pop", "canzone-2", "mp3") { Seconds = 100, Lyrics = Lyric };
        var truth = Performance.Of(recipe).Truth;

        Assert.Equal("Lanterns low along the water We were counting every bridge", string.Join(' ', truth.Words.Take(10).Select(word => word.Word)));
        Assert.All(truth.Words.Zip(truth.Words.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start + 1e-6 && pair.First.End > pair.First.Start));
        Assert.All(truth.Words, word => Assert.Contains(truth.Sections, section =>
            section.Role is "verse" or "chorus" && word.Start >= section.Start && word.End <= section.End));
        Assert.True(truth.Words.Count(word => word.Word == "Carry") >= 2);
    }

    [Fact]
    public async Task The_same_order_is_the_same_song_and_another_prompt_is_another()
    {
        var recipe = new SoundRecipe(SoundKind.Song, "pop", "serenata-2", "wav") { Seconds = 8 };

        Assert.Equal(await RenderAsync(recipe), await RenderAsync(recipe));
        Assert.NotEqual(await RenderAsync(recipe), await RenderAsync(recipe with { Prompt = "pop again" }));
    }

    [Theory]
    [InlineData("🎵🎵🎵", "🎵\n[]\n[Chorus]\n\n(((")]
    [InlineData("песня", "Песня о воде\nи о мостах")]
    [InlineData("x", "rhythm shh 42 a")]
    public async Task Any_words_at_all_can_be_set_to_music(string prompt, string lyric)
    {
        var sound = await RenderAsync(new SoundRecipe(SoundKind.Song, prompt, "canzone-2", "wav") { Seconds = 12, Lyrics = lyric });

        Assert.DoesNotContain(sound, float.IsNaN);
    }

    private static SongTruth Truth(string prompt, double seconds) =>
        Performance.Of(new SoundRecipe(SoundKind.Song, prompt, "serenata-2", "mp3") { Seconds = seconds }).Truth;

    private static List<string> Roles(SongTruth truth) => [.. truth.Sections.Select(section => section.Role)];

    private static async Task<float[]> RenderAsync(SoundRecipe recipe)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.{recipe.Format}");
        try
        {
            await SoundOven.BakeAsync(recipe, path, Ct);
            return MemoryMarshal.Cast<byte, float>(SampleMedia.Run("ffmpeg", "-v", "error", "-i", path, "-af", "pan=mono|c0=0.5*c0+0.5*c1", "-f", "f32le", "pipe:1")).ToArray();
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Mean power below about 150 Hz.</summary>
    private static double Low(float[] sound, double at, double seconds)
    {
        double low = 0, lower = 0, power = 0;
        var (from, count) = ((int)(at * 44100), (int)(seconds * 44100));
        for (var i = from - 2000; i < from + count; i++)
        {
            low += 0.021 * (sound[Math.Max(i, 0)] - low);
            lower += 0.021 * (low - lower);
            if (i >= from) power += lower * lower;
        }
        return power / count;
    }
}
