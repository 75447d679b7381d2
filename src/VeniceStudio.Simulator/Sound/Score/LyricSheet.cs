using System.Text.RegularExpressions;
using VeniceStudio.Simulator.Sound.Voice;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>A lyric, sorted by what its stanzas are for.</summary>
internal sealed partial class LyricSheet
{
    private readonly Dictionary<Role, List<string[]>> stanzas = new() { [Role.Verse] = [], [Role.Chorus] = [], [Role.Bridge] = [] };

    private LyricSheet(IReadOnlyList<(Role? Role, string[] Lines)> all)
    {
        var untold = 0;
        for (var i = 0; i < all.Count; i++)
        {
            // Untitled: what comes back is the chorus, else verse and chorus take turns.
            var again = all.Any(other => other.Lines != all[i].Lines && other.Lines.SequenceEqual(all[i].Lines));
            var role = all[i].Role ?? (again ? Role.Chorus : untold++ % 2 == 0 || all.Count == 1 ? Role.Verse : Role.Chorus);
            if (!stanzas[role].Exists(known => known.SequenceEqual(all[i].Lines))) stanzas[role].Add(all[i].Lines);
        }
    }

    /// <summary>Lines in all stanzas, repeats counted once.</summary>
    public int Lines => stanzas.Values.Sum(list => list.Sum(stanza => stanza.Length));

    /// <summary>Reads a lyric; titles such as [Chorus] say what a stanza is. Null when no word is in it.</summary>
    public static LyricSheet? Of(string? lyrics)
    {
        var all = new List<(Role?, string[])>();
        var (role, lines) = ((Role?)null, new List<string>());
        foreach (var raw in (lyrics ?? "").ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var line = Mark().Replace(raw, "").Trim();
            var title = Mark().Match(raw);
            if ((line.Length == 0 || title.Success) && lines.Count > 0)
            {
                all.Add((role, [.. lines]));
                lines.Clear();
                role = null;
            }
            if (title.Success) role = Titled(title.Groups[1].Value) ?? role;
            if (line.Split(' ').Any(word => Spelling.Plain(word).Length > 0)) lines.Add(line);
        }
        return all.Count == 0 ? null : new LyricSheet(all);
    }

    /// <summary>What a part sings: its own stanza, or an earlier one again. Empty for parts without words.</summary>
    public string[] For(Part part)
    {
        var role = part.Role is Role.Chorus && stanzas[Role.Chorus].Count == 0 ? Role.Verse
            : part.Role is Role.Verse && stanzas[Role.Verse].Count == 0 ? Role.Chorus : part.Role;
        return stanzas.GetValueOrDefault(role) is { Count: > 0 } list ? list[part.Turn % list.Count] : [];
    }

    private static Role? Titled(string title) => title.Trim().ToLowerInvariant() switch
    {
        var name when name.StartsWith("chorus", StringComparison.Ordinal) || name.StartsWith("hook", StringComparison.Ordinal)
            || name.StartsWith("refrain", StringComparison.Ordinal) || name.StartsWith("drop", StringComparison.Ordinal) => Role.Chorus,
        var name when name.StartsWith("bridge", StringComparison.Ordinal) || name.StartsWith("break", StringComparison.Ordinal) => Role.Bridge,
        var name when name.StartsWith("verse", StringComparison.Ordinal) || name.StartsWith("pre", StringComparison.Ordinal) => Role.Verse,
        _ => null,
    };

    [GeneratedRegex(@"\[([^\]]*)\]", RegexOptions.None, 1000)]
    private static partial Regex Mark();
}
