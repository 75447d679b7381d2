using VeniceStudio.Simulator;

namespace VeniceStudio.Server.Hosting;

/// <summary>The words behind <c>simulate</c>: <c>--port N --speed N --state FOLDER --host H</c>, each at most once, in any order.</summary>
internal static class SimulateArguments
{
    private static readonly string[] Known = ["--port", "--speed", "--state", "--host"];

    /// <exception cref="SettingsException">Something there is unknown, lacks its value, or is out of range.</exception>
    public static SimulatorOptions Read(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var read = new SettingsReader(given.GetValueOrDefault);
        for (var at = 0; at < args.Count; at += 2)
        {
            read.Require(Known.Contains(args[at]), $"simulate does not know {args[at]}. It takes --port N, --speed N, --state FOLDER and --host H.");
            read.Require(at + 1 < args.Count, $"{args[at]} needs a value after it.");
            if (at + 1 < args.Count) given[args[at]] = args[at + 1];
        }
        var defaults = new SimulatorOptions();
        var options = defaults with
        {
            Port = read.Whole("--port", defaults.Port, 0, 65535),
            Speed = read.Whole("--speed", (int)defaults.Speed, 1, 1_000_000),
            StateFolder = read.Text("--state") is { } folder ? Path.GetFullPath(folder) : null,
            Host = read.Text("--host") ?? defaults.Host,
        };
        read.ThrowIfWrong();
        return options;
    }
}
