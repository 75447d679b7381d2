using System.Text.Json;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Audio;

public sealed class RhythmFromAShell(MediaBench bench) : IClassFixture<MediaBench>
{
    private const string Beeps = "-f lavfi -i sine=frequency=880:beep_factor=4:duration=12:sample_rate=44100 -af volume=0.5";
    private static readonly string[] Names = ["duration", "tempo", "confidence", "beats", "downbeats", "meter", "sections"];
    private static readonly string[] SectionNames = ["start", "end", "role", "energy", "repeatOf"];

    [Fact]
    public async Task Json_has_exactly_the_promised_fields()
    {
        var (code, output, errors) = await RunAsync([await bench.MakeAsync("song.wav", Beeps), "--json"]);
        Assert.Equal((0, ""), (code, errors));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(Names, json.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal(12, json.RootElement.GetProperty("duration").GetDouble(), 0.01);
        var section = json.RootElement.GetProperty("sections")[0];
        Assert.Equal(SectionNames, section.EnumerateObject().Select(field => field.Name));
        Assert.Equal(0, section.GetProperty("start").GetDouble());
    }

    [Fact]
    public async Task A_person_gets_a_table()
    {
        var (code, output, _) = await RunAsync([await bench.MakeAsync("song.wav", Beeps)]);
        Assert.Equal(0, code);
        Assert.Contains("Length      0:12.0", output, StringComparison.Ordinal);
        Assert.Contains("section", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-")]
    [InlineData(null)]
    public async Task A_pipe_is_heard_like_the_file_it_carries(string? dash)
    {
        var path = await bench.MakeAsync("song.m4a", Beeps);
        var (_, fromFile, _) = await RunAsync([path, "--json"]);
        var (code, fromPipe, _) = await RunAsync(dash is null ? ["--json"] : ["--json", dash], await File.ReadAllBytesAsync(path, MediaBench.Ct));
        Assert.Equal((0, fromFile), (code, fromPipe));
    }

    [Fact]
    public async Task What_cannot_be_heard_ends_with_one_sentence_and_1()
    {
        foreach (var path in (string[])[bench.PathOf("missing.mp3"), bench.Folder, bench.Write("text.mp3", "not a song at all"u8), bench.Write("nothing.wav", [])])
        {
            var (code, output, errors) = await RunAsync([path]);
            Assert.Equal((1, ""), (code, output));
            Assert.EndsWith("." + Environment.NewLine, errors, StringComparison.Ordinal);
            Assert.DoesNotContain(" at ", errors, StringComparison.Ordinal);
        }
        Assert.Equal(1, (await RunAsync(["-"], [])).Code);
    }

    [Theory]
    [InlineData("one.mp3", "two.mp3")]
    [InlineData("--jsno")]
    [InlineData("song.mp3", "--json", "--json")]
    public async Task A_wrong_call_is_told_the_right_one_and_ends_with_2(params string[] args)
    {
        var (code, output, errors) = await RunAsync(args);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("analyze SONG [--json]", errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string[] args, byte[]? input = null)
    {
        using StringWriter output = new(), errors = new();
        var code = await Analysis.RunAsync(args, () => new MemoryStream(input ?? []), output, errors, MediaBench.Ct);
        return (code, output.ToString(), errors.ToString());
    }
}
