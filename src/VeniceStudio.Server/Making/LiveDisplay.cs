using System.Globalization;

namespace VeniceStudio.Server.Making;

/// <summary>For people: a line for each step that is done and, on a terminal, one that is written over while a step lasts.</summary>
/// <remarks>Elsewhere a line is written when something else is waited for, or a quarter of it is done, so that a log stays readable.</remarks>
internal sealed class LiveDisplay(Terminal terminal) : IDisplay
{
    private const string ToLineStart = "\r", EraseRest = "\u001b[K";
    private const int Quarters = 4;

    private bool _open;
    private (string, string, int)? _told;

    public void Say(string sentence) => Line(sentence);

    public void Waits(string step, Awaited standing)
    {
        var text = $"{step}: {standing.Sentence}{ShareOf(standing)}";
        if (terminal.Width is { } width)
        {
            var room = width() - 1;
            terminal.Output.Write(ToLineStart + (text.Length > room ? text[..room] : text) + EraseRest);
            terminal.Output.Flush();
            _open = true;
        }
        else if (_told != (_told = (step, standing.Sentence, (int)((standing.Share ?? 0) * Quarters)))) Line(text);
    }

    public void Reaches(string step, Reached standing) => Line($"{step}: {standing.Sentence}");

    public void Stops(string step, Outcome outcome, string sentence)
    {
        Clear();
        terminal.Errors.WriteLine(sentence);
    }

    public void Clear()
    {
        if (!_open) return;
        terminal.Output.Write(ToLineStart + EraseRest);
        terminal.Output.Flush();
        _open = false;
    }

    private void Line(string text)
    {
        Clear();
        terminal.Output.WriteLine(text);
    }

    private static string ShareOf(Awaited standing) =>
        standing.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $" {Math.Clamp(share, 0, 1) * 100:0} %") : "";
}
