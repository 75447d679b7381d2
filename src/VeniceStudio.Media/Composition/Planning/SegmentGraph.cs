using System.Globalization;
using System.Text;

namespace VeniceStudio.Media.Composition;

/// <summary>A segment's filter graph while it is put together.</summary>
internal sealed class SegmentGraph
{
    private readonly StringBuilder filter = new();
    private int labels;

    public List<SegmentInput> Inputs { get; } = [];

    public string Filter => filter.ToString();

    /// <summary>Opens a file; the number by which filters know it.</summary>
    public int Open(SourceFile file, params string[] options)
    {
        Inputs.Add(new(options, file));
        return Inputs.Count - 1;
    }

    /// <summary>Adds a chain of filters from these labels (none for a source), and names its end.</summary>
    public string Chain(string from, string filters)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $"[c{labels++}]");
        Add(from, filters, end);
        return end;
    }

    public void Add(string from, string filters, string to)
    {
        if (filter.Length > 0) filter.Append(';');
        filter.Append(from).Append(filters).Append(to);
    }
}
