namespace VeniceStudio.Media.Lyrics;

/// <summary>The lyrics of a song, line by line, in the order in which they are written. No lines at all: an instrumental.</summary>
public sealed record LyricSheet(IReadOnlyList<LyricLine> Lines)
{
    /// <summary>The lines as one text, parted by line feeds.</summary>
    public string Text => string.Join('\n', Lines.Select(line => line.Text));

    /// <summary>The lines that have a time, in the order of their times.</summary>
    public IReadOnlyList<LyricLine> Timed => [.. Lines.Where(line => line.Start is not null).OrderBy(line => line.Start)];
}
