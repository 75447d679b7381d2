using Serilog.Events;
using Serilog.Formatting;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Strikes secrets out of log lines, in whatever part of a line they turn up: message, value or exception. Nothing should put them
/// there; this is for the day when something does.
/// </summary>
internal sealed class Discreet(ITextFormatter inner, IEnumerable<string> secrets) : ITextFormatter
{
    private const string Instead = "[secret]";

    /// <summary>Shorter ones would strike ordinary words out.</summary>
    private const int Shortest = 8;

    private readonly string[] _secrets = [.. secrets.Where(secret => secret.Length >= Shortest)];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        if (_secrets.Length == 0)
        {
            inner.Format(logEvent, output);
            return;
        }
        using var line = new StringWriter();
        inner.Format(logEvent, line);
        var text = _secrets.Aggregate(line.ToString(), (all, secret) => all.Replace(secret, Instead, StringComparison.Ordinal));
        output.Write(text);
    }
}
