using System.Globalization;

namespace VeniceStudio.Server.Hosting;

/// <summary>Reads environment variables and keeps a sentence for each mistake, so that all are told at once.</summary>
public sealed class SettingsReader(Func<string, string?> variable)
{
    private readonly List<string> _mistakes = [];

    public string? Text(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

    public int Whole(string name, int fallback, int least, int most)
    {
        if (Text(name) is not { } text) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        _mistakes.Add($"{name} is \"{text}\"; it takes a whole number from {least} to {most}.");
        return fallback;
    }

    public bool Switch(string name, bool fallback)
    {
        switch (Text(name)?.ToLowerInvariant())
        {
            case null: return fallback;
            case "1" or "true" or "yes" or "on": return true;
            case "0" or "false" or "no" or "off": return false;
            default:
                _mistakes.Add($"{name} takes true or false.");
                return fallback;
        }
    }

    public Uri Address(string name, string fallback)
    {
        if (Uri.TryCreate(Text(name) ?? fallback, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return uri;
        _mistakes.Add($"{name} takes an address that starts with http:// or https://.");
        return new Uri(fallback);
    }

    public string? Checked(string name, Func<string, string> check)
    {
        if (Text(name) is not { } text) return null;
        try
        {
            check(text);
            return text;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            _mistakes.Add(e.Message);
            return null;
        }
    }

    public void Require(bool holds, string otherwise)
    {
        if (!holds) _mistakes.Add(otherwise);
    }

    public void ThrowIfWrong()
    {
        if (_mistakes.Count > 0) throw new SettingsException(_mistakes);
    }
}

/// <summary>Settings that cannot be started with; the message is one sentence a line.</summary>
public sealed class SettingsException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes));
