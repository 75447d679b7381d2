using System.Text;
using System.Text.RegularExpressions;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>The prompt as it stands in the picture: without switches, broken into lines, at most four.</summary>
internal static partial class Caption
{
    private const int Lines = 4;

    /// <summary>Height of a letter for a picture, in pixels: a twentieth of its short side.</summary>
    public static int Size(int width, int height) => Math.Max(7, Math.Min(width, height) / 20);

    public static string Of(string prompt, int width, int height)
    {
        // A letter of DejaVu Sans is 0.58 of its height wide on average; a tenth of the picture stays free.
        var room = Math.Max(12, (int)(width * 0.9 / (Size(width, height) * 0.58)));
        var lines = new List<StringBuilder> { new() };
        foreach (var word in Printable(prompt).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var piece in word.Chunk(room).Select(part => new string(part)))
            {
                if (lines[^1].Length + piece.Length + 1 > room && lines[^1].Length > 0)
                {
                    if (lines.Count == Lines)
                    {
                        lines[^1].Append('…');
                        return string.Join('\n', lines);
                    }
                    lines.Add(new StringBuilder());
                }
                if (lines[^1].Length > 0) lines[^1].Append(' ');
                lines[^1].Append(piece);
            }
        }
        return string.Join('\n', lines);
    }

    // Control characters would be drawn as boxes; unpaired surrogates would not be UTF-8.
    private static string Printable(string prompt) => Unprintable().Replace(Tags().Replace(prompt, " "), " ");

    [GeneratedRegex(@"\[sim:[^\]]*\]", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\p{C}\s]+")]
    private static partial Regex Unprintable();
}
