using System.Text;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Making;
using VeniceStudio.Simulator;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Making;

/// <summary>A shell with a song in its folder, a place for the studio's data, and a Venice that is quick and draws small.</summary>
public sealed class MakeGiven : IAsyncDisposable
{
    public const int Seconds = 8;

    private const string Key = "a-key-for-making";

    private MakeGiven(SimulatorHost venice) => Venice = venice;

    public SimulatorHost Venice { get; }

    public MediaBench Bench { get; } = new();

    public string Film => Bench.PathOf("film.mp4");

    internal StudioOptions Settings => new()
    {
        Port = 0, Host = "127.0.0.1", Data = Bench.PathOf("data"), VeniceKey = Key, VeniceBase = Venice.BaseUrl, LogLevel = "Fatal", RateFactor = 1000,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<MakeGiven> GivenAsync()
    {
        var given = new MakeGiven(await SimulatorHost.StartAsync(
            new SimulatorOptions { ApiKey = Key, Speed = 1000, LimitSpeed = 1000, MaxPixels = 160 * 90, StartingBalance = 1000, ClipFolder = SharedFilms.Folder }, TimeProvider.System, Ct));
        // Clicks at 120 a minute, which every second bar is louder: something to cut to.
        await given.Bench.MakeAsync("song.wav", $"-f lavfi -i aevalsrc=(0.4+0.5*gte(mod(t\\,8)\\,4))*sin(2*PI*880*t)*exp(-30*mod(t\\,0.5)):s=22050:d={Seconds}");
        return given;
    }

    /// <summary>Calls <c>make</c> for the song with what every call needs, and with more.</summary>
    internal Task<Outcome> MakeAsync(Shell shell, CancellationToken ct, params string[] more) =>
        Make.RunAsync(["song.wav", "--theme", "Boats at night", "-o", "film.mp4", "--from", Bench.Folder, .. more], () => Settings, null, shell.Terminal, TimeProvider.System, ct);

    public async ValueTask DisposeAsync()
    {
        await Venice.DisposeAsync();
        Bench.Dispose();
    }
}

/// <summary>What a person sees in a shell, and types.</summary>
/// <param name="typed">Answers to questions, a line each; null where nobody sits.</param>
internal sealed class Shell(string? typed = null)
{
    private readonly Screen _output = new();
    private readonly Screen _errors = new();

    public Terminal Terminal => new(_output, _errors, typed is null ? null : new StringReader(typed), null);

    public string Output => _output.ToString();

    public string Errors => _errors.ToString();

    public string All => Output + Errors;

    /// <summary>Done once, as soon as a line of the output is one of these.</summary>
    public void When(Predicate<string> line, Action then) => _output.When(line, then);

    private sealed class Screen : StringWriter
    {
        private (Predicate<string> Line, Action Then)? _awaited;

        public override Encoding Encoding => Encoding.UTF8;

        public void When(Predicate<string> line, Action then) => _awaited = (line, then);

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (_awaited is not { } awaited || value is null || !awaited.Line(value)) return;
            _awaited = null;
            awaited.Then();
        }
    }
}
