using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Making;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Tests.Making;

/// <summary>The words behind <c>make</c>, and studios that do not let it in.</summary>
public sealed class CallingMake(SqliteStudio studio) : IClassFixture<SqliteStudio>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("studio-make-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Words_are_read_in_any_order_and_paths_from_where_the_caller_stands()
    {
        Write("song.mp3", "");
        Write("look.json", """{"style":"hand-painted","palette":"teal and rust"}""");
        var order = Read("-o", "out.mp4", "--budget", "12.50", "song.mp3", "--look", "look.json", "--aspect", "9:16", "--theme", "Boats", "--yes", "--server", "http://localhost:8080");
        Assert.Equal((Path.Combine(_folder, "song.mp3"), "Boats", Path.Combine(_folder, "out.mp4")), (order.Song, order.Theme, order.Film));
        Assert.Equal((Platform.Tall, 12_500_000L, "hand-painted"), (order.Platform, order.Budget, order.Look!.Style));
        Assert.Equal((true, false, "http://localhost:8080/"), (order.Yes, order.Json, order.Server!.AbsoluteUri));
        Assert.Equal(20 * Money.Dollar, Read("song.mp3", "--theme", "x", "-o", "o.mp4", "--budget", "$20").Budget);
    }

    [Theory]
    [InlineData("Name the song", "--theme", "x", "-o", "o.mp4")]
    [InlineData("There is no file", "none.mp3", "--theme", "x", "-o", "o.mp4")]
    [InlineData("make takes one song", "song.mp3", "other.mp3", "--theme", "x", "-o", "o.mp4")]
    [InlineData("Say what the film is about", "song.mp3", "-o", "o.mp4")]
    [InlineData("Say where the film goes", "song.mp3", "--theme", "x")]
    [InlineData("ends in .mp4", "song.mp3", "--theme", "x", "-o", "o.avi")]
    [InlineData("There is no folder", "song.mp3", "--theme", "x", "-o", "nowhere/o.mp4")]
    [InlineData("--aspect is \"4:3\"", "song.mp3", "--theme", "x", "-o", "o.mp4", "--aspect", "4:3")]
    [InlineData("--budget is \"-3\"", "song.mp3", "--theme", "x", "-o", "o.mp4", "--budget", "-3")]
    [InlineData("The look cannot be read", "song.mp3", "--theme", "x", "-o", "o.mp4", "--look", "none.json")]
    [InlineData("is no look that can be read", "song.mp3", "--theme", "x", "-o", "o.mp4", "--look", "bad.json")]
    [InlineData("--server takes an address", "song.mp3", "--theme", "x", "-o", "o.mp4", "--server", "localhost")]
    [InlineData("make does not know --fast", "song.mp3", "--theme", "x", "-o", "o.mp4", "--fast")]
    [InlineData("-o needs a value", "song.mp3", "--theme", "x", "-o")]
    public async Task A_wrong_call_is_told_in_a_sentence_with_how_it_goes_and_ends_with_64(string sentence, params string[] args)
    {
        Write("song.mp3", "");
        Write("bad.json", """{"styel":"hand-painted"}""");
        var shell = new Shell();
        var outcome = await Make.RunAsync(["--from", _folder, .. args], () => throw new InvalidOperationException("No studio is started."), null, shell.Terminal, TimeProvider.System, Ct);
        Assert.Equal(64, (int)outcome);
        Assert.Contains(sentence, shell.Errors, StringComparison.Ordinal);
        Assert.Contains(MakeOrder.Usage, shell.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_studio_that_does_not_know_the_caller_asks_for_a_token()
    {
        Write("song.mp3", "no song");
        var shell = new Shell();
        string[] args = ["song.mp3", "--theme", "x", "-o", "o.mp4", "--from", _folder, "--server", studio.Address.AbsoluteUri];
        Assert.Equal(Outcome.Failed, await Make.RunAsync(args, () => throw new InvalidOperationException("No studio is started."), "not-a-token", shell.Terminal, TimeProvider.System, Ct));
        Assert.Contains("set STUDIO_TOKEN", shell.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_song_ends_with_the_studios_own_sentence()
    {
        Write("song.mp3", "no song");
        using var member = await studio.MemberAsync();
        using var script = await studio.WithTokenAsync(member.Id);
        var shell = new Shell();
        string[] args = ["song.mp3", "--theme", "x", "-o", "o.mp4", "--from", _folder, "--json", "--server", studio.Address.AbsoluteUri];
        var token = script.DefaultRequestHeaders.Authorization!.Parameter;
        Assert.Equal(Outcome.Failed, await Make.RunAsync(args, () => throw new InvalidOperationException("No studio is started."), token, shell.Terminal, TimeProvider.System, Ct));
        Assert.StartsWith("""{"step":"song","state":"failed","sentence":""", shell.Output, StringComparison.Ordinal);
        Assert.Equal("", shell.Errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private MakeOrder Read(params string[] args) => MakeOrder.Read([.. args, "--from", _folder]);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
