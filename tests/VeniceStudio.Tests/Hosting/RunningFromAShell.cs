using System.Net;
using System.Net.Sockets;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Tests.Hosting;

/// <summary>The program as whoever starts it meets it: what is wrong is said in sentences, and the exit code tells it apart.</summary>
public sealed class RunningFromAShell : IDisposable
{
    private const string Key = "a-key-that-nobody-may-see";

    private readonly string _folder = Directory.CreateTempSubdirectory("studio-shell-").FullName;

    private StudioOptions Options => new() { Port = 0, Data = _folder, LogLevel = "Fatal" };

    [Fact]
    public async Task The_doctor_tells_every_wrong_setting_at_once()
    {
        var output = new StringWriter();
        var settings = new Dictionary<string, string> { ["PORT"] = "soon", ["STUDIO_UPLOAD_MB"] = "-1" };
        Assert.Equal(1, await Doctor.RunAsync(() => StudioOptions.Read(settings.GetValueOrDefault), TimeProvider.System, output));
        Assert.Collection(Lines(output),
            line => Assert.StartsWith("broken   PORT is \"soon\"", line),
            line => Assert.StartsWith("broken   STUDIO_UPLOAD_MB is \"-1\"", line));
    }

    [Fact]
    public async Task The_doctor_finds_a_fresh_rehearsal_in_order_and_makes_no_database()
    {
        var output = new StringWriter();
        Assert.Equal(0, await Doctor.RunAsync(() => Options, TimeProvider.System, output));
        Assert.DoesNotContain(Lines(output), line => line.StartsWith("broken", StringComparison.Ordinal));
        Assert.Contains(Lines(output), line => line.StartsWith("ok       SQLite", StringComparison.Ordinal));
        Assert.Contains(Lines(output), line => line.StartsWith("ok       ffmpeg finds a font", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task The_doctor_says_that_Venice_refuses_the_key_and_never_shows_it()
    {
        var output = new StringWriter();
        using var venice = new TcpListener(IPAddress.Loopback, 0);
        venice.Start();
        var answering = AnswerAsync(venice, "401 Unauthorized", $$"""{"error":"Authentication failed for {{Key}}"}""");
        var options = Options with { VeniceKey = Key, VeniceBase = new Uri($"http://{venice.LocalEndpoint}/api/v1") };
        Assert.Equal(1, await Doctor.RunAsync(() => options, TimeProvider.System, output));
        await answering;
        Assert.Contains(Lines(output), line => line.StartsWith("broken", StringComparison.Ordinal) && line.Contains("key", StringComparison.Ordinal));
        Assert.DoesNotContain(Key, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_with_another_to_take()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var options = Options with { Host = "127.0.0.1", Port = port };
        await using var app = Studio.Build(options, TimeProvider.System);
        var failure = await Assert.ThrowsAnyAsync<IOException>(() => Studio.StartAsync(app, TestContext.Current.CancellationToken));
        await app.StopAsync(TestContext.Current.CancellationToken);
        var sentence = StartFailure.SentenceFor(failure, options);
        Assert.StartsWith($"Port {port} is taken by another program", sentence);
        Assert.Contains("PORT=", sentence!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_without_its_password()
    {
        var options = Options with { DatabaseUrl = "postgres://studio:hush-hush@127.0.0.1:1/rows" };
        await using var app = Studio.Build(options, TimeProvider.System);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Studio.StartAsync(app, TestContext.Current.CancellationToken));
        var sentence = StartFailure.SentenceFor(failure, options);
        Assert.StartsWith("PostgreSQL cannot be reached.", sentence);
        Assert.DoesNotContain("hush-hush", sentence!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_simulators_words_are_read_in_any_order_and_wrong_ones_are_named()
    {
        var options = SimulateArguments.Read(["--speed", "300", "--port", "9001", "--host", "0.0.0.0"]);
        Assert.Equal((9001, 300d, "0.0.0.0"), (options.Port, options.Speed, options.Host));
        var wrong = Assert.Throws<SettingsException>(() => SimulateArguments.Read(["--port", "high", "--colour", "red", "--state"]));
        Assert.Contains("--port is \"high\"", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("does not know --colour", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("--state needs a value", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("serve", "--help")]
    [InlineData("simulate", "-h")]
    [InlineData("password", "--help")]
    public async Task Whoever_asks_for_help_learns_what_there_is_and_starts_nothing(params string[] words)
    {
        var output = new StringWriter();
        Assert.Equal(0, await Verbs.RunAsync(words, output));
        Assert.Contains(Lines(output), line => line.Contains("simulate [--port N]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("localhost", "http://127.0.0.1:8080/health/ready")]
    [InlineData("0.0.0.0", "http://127.0.0.1:8080/health/ready")]
    [InlineData("10.1.2.3", "http://10.1.2.3:8080/health/ready")]
    [InlineData("fd00::7", "http://[fd00::7]:8080/health/ready")]
    public void The_health_check_asks_where_the_studio_listens(string host, string address) =>
        Assert.Equal(new Uri(address), HealthProbe.AddressOf(new StudioOptions { Host = host }));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string[] Lines(StringWriter output) => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Answers one request and closes.</summary>
    private static async Task AnswerAsync(TcpListener listener, string status, string body)
    {
        using var caller = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = caller.GetStream();
        await stream.ReadAtLeastAsync(new byte[64 * 1024], 1, cancellationToken: TestContext.Current.CancellationToken);
        var answer = $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
    }
}
