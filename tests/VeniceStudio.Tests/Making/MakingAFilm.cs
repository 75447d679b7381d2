using System.Text.Json;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Making;

namespace VeniceStudio.Tests.Making;

/// <summary>The whole path from a shell: a real studio, over HTTP, with a quick Venice.</summary>
public sealed class MakingAFilm
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Interrupted_after_the_stills_and_called_again_ends_in_a_whole_film_that_bought_each_shot_once()
    {
        await using var given = await MakeGiven.GivenAsync();
        var first = new Shell();
        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        first.When(line => line.StartsWith("stills: ", StringComparison.Ordinal) && char.IsAsciiDigit(line["stills: ".Length]), interrupted.Cancel);
        Assert.Equal(Outcome.Failed, await given.MakeAsync(first, interrupted.Token, "--yes", "--aspect", "1:1", "--budget", "20"));
        Assert.Contains("the same command goes on from here", first.Errors, StringComparison.Ordinal);
        Assert.Equal(0, given.Venice.World.Purchases);
        Assert.False(File.Exists(given.Film));
        var pictures = given.Venice.World.Calls["image/generate"];

        var second = new Shell();
        var outcome = await given.MakeAsync(second, Ct, "--yes", "--json", "--budget", "20");
        Assert.True(outcome == Outcome.Whole, second.All);
        var lines = second.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal(["song", "project", "board", "stills", "approval", "takes", "film", "file", "scorecard"], lines.Select(line => line.Text("step")));
        Assert.All(lines, line => Assert.Equal("done", line.Text("state")));
        Assert.Equal(given.Venice.World.Purchases, lines[5].GetProperty("facts").GetProperty("clips").GetInt32());
        Assert.True(given.Venice.World.Purchases > 0);
        Assert.Equal(pictures, given.Venice.World.Calls["image/generate"]);
        Assert.True(lines[8].GetProperty("facts").GetProperty("isWhole").GetBoolean());
        await IsAFilmAsync(given);

        // A third time, by way of a studio that runs: there is nothing left to buy.
        File.Delete(given.Film);
        var bought = given.Venice.World.Purchases;
        await using var studio = await OwnStudio.StartAsync(given.Settings, TimeProvider.System, Ct);
        var third = new Shell();
        outcome = await given.MakeAsync(third, Ct, "--server", studio.Address.AbsoluteUri);
        Assert.True(outcome == Outcome.Whole, third.All);
        Assert.True(File.Exists(given.Film));
        Assert.Equal(bought, given.Venice.World.Purchases);
        Assert.Contains($"{bought} clip", third.Output, StringComparison.Ordinal);
        // The studio knows the song by its content: it is sent by the first call and by no other.
        Assert.Contains("bringing it in", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("bringing it in", third.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_before_it_pays_and_takes_only_a_yes()
    {
        await using var given = await MakeGiven.GivenAsync();
        var nobody = new Shell();
        Assert.Equal(Outcome.NotAgreed, await given.MakeAsync(nobody, Ct));
        Assert.Matches(@"\$\d+\.\d\d, and nobody is here to agree to it. Call again with --yes", nobody.Errors);

        // The words are agreed to, the stills are not.
        var somebody = new Shell("y\nno\n");
        Assert.Equal(Outcome.NotAgreed, await given.MakeAsync(somebody, Ct));
        Assert.Matches(@"Buy \d+ stills? for \$\d+\.\d\d\? \[y/N\]", somebody.Errors);
        Assert.Contains("board: ", somebody.Output, StringComparison.Ordinal);
        Assert.False(given.Venice.World.Calls.ContainsKey("image/generate"));
        Assert.Equal(0, given.Venice.World.Purchases);
    }

    [Fact]
    public async Task A_budget_that_holds_no_film_ends_before_anything_is_bought()
    {
        await using var given = await MakeGiven.GivenAsync();
        var shell = new Shell();
        Assert.Equal(Outcome.Failed, await given.MakeAsync(shell, Ct, "--yes", "--budget", "0.01"));
        Assert.Contains("Nothing was bought. Give a larger --budget", shell.Errors, StringComparison.Ordinal);
        Assert.Equal(1000m, given.Venice.World.Balance);
        Assert.False(File.Exists(given.Film));
    }

    /// <summary>Decoded to its end without a complaint, as long as the song, and as square as it was asked for.</summary>
    private static async Task IsAFilmAsync(MakeGiven given)
    {
        var run = await ToolRun.ReadAsync(new ToolCall(
            given.Bench.Tools.Ffmpeg, ["-v", "error", "-xerror", "-i", "file:" + given.Film, "-f", "null", "-"], TimeSpan.FromMinutes(1)), 64 * 1024, Ct);
        Assert.Equal((0, ""), (run.ExitCode, run.ErrorTail));
        var facts = await new MediaProbe(given.Bench.Tools).ProbeAsync(given.Film, Ct);
        Assert.Equal(MakeGiven.Seconds, facts.DurationSeconds, 0.06);
        Assert.Equal(22050, facts.Audio!.SampleRate);
        Assert.Equal(facts.Video!.Width, facts.Video.Height);
    }
}
