using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>
/// Puts together what Venice reads for a shot. Pure, and the only place that does: stills, clips and the page that shows the prompt all
/// ask here. The style comes first, because models weigh the beginning most; the cast is described in the same words every time, because
/// that keeps faces alike. What people typed is material: it is laid on one line and nothing in it is an instruction to the studio.
/// </summary>
public static class PromptComposer
{
    private const int LongestText = 20_000;

    /// <summary>The prompt of a shot's still.</summary>
    /// <param name="docs">What the creator said about the film.</param>
    /// <param name="shot">Its words and its cast.</param>
    /// <param name="limit">Characters that the model reads.</param>
    public static string Still(ProjectDocs docs, Shot shot, int limit = int.MaxValue) => Joined(StillParts(docs, shot), limit);

    /// <summary>The prompt of a shot's clip.</summary>
    /// <param name="docs">What the creator said about the film.</param>
    /// <param name="shot">Its words and its cast.</param>
    /// <param name="limit">Characters that the model reads.</param>
    public static string Video(ProjectDocs docs, Shot shot, int limit = int.MaxValue) => Joined(VideoParts(docs, shot), limit);

    /// <summary>What must not be seen, for models that take such a list; null for nothing.</summary>
    public static string? Negative(ProjectDocs docs, int limit = int.MaxValue)
    {
        var parts = new[] { docs.Look.Forbidden, docs.Brief.NeverShow, docs.Look.DoNotMention }.Select(Line).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);
        var text = string.Join(", ", parts);
        return text.Length == 0 ? null : Cut(text, limit);
    }

    /// <summary>The parts of a still's prompt in their order.</summary>
    internal static IReadOnlyList<PromptPart> StillParts(ProjectDocs docs, Shot shot)
    {
        // Routes that edit pictures take no list of what to leave out, so a still's prompt says it itself.
        var never = Negative(docs);
        return [.. Parts(docs, shot), .. never is null ? [] : new[] { new PromptPart("look", $"Without: {never}.", 2) }];
    }

    /// <summary>The parts of a clip's prompt in their order.</summary>
    internal static IReadOnlyList<PromptPart> VideoParts(ProjectDocs docs, Shot shot) =>
        [.. Parts(docs, shot), .. Part("shot", shot.Words.Sung, 4, "Sung in the picture: \"{0}\"")];

    private static IEnumerable<PromptPart> Parts(ProjectDocs docs, Shot shot)
    {
        var (brief, look, words) = (docs.Brief, docs.Look, shot.Words);
        var told = Line(words.Picture).Length > 0 || Line(words.Action).Length > 0;
        return
        [
            .. Part("look", look.Style, 1),
            .. docs.Cast.Where(member => shot.CastIds.Contains(member.Id)).SelectMany(Described),
            .. Part("shot", words.Picture, 0),
            .. Part("shot", words.Action, 0),
            .. told ? [] : Part("brief", brief.Theme, 0),
            .. Part("shot", words.Camera, 2),
            .. Part("shot", words.Light, 3),
            .. Part("brief", brief.MustHave, 6, "Where it fits: {0}"),
            .. Part("brief", brief.Mood, 7, "Mood: {0}"),
            .. Part("look", look.Palette, 3, "Colours: {0}"),
            .. Part("look", look.Light, 4, "Light: {0}"),
            .. Part("look", look.Lens, 5, "Lens: {0}"),
            .. Part("look", look.Voice, 8, "Tone: {0}"),
            .. Part("look", look.KeyMessages, 9, "It should come across: {0}"),
        ];
    }

    private static IEnumerable<PromptPart> Described(CastMember member) => Line(member.Description) is { Length: > 0 } description
        ? Part("cast", description, 1, Line(member.Name) + ": {0}") : Part("cast", member.Name, 1);

    private static IEnumerable<PromptPart> Part(string from, string text, int spare, string form = "{0}")
    {
        var line = Line(text);
        if (line.Length == 0) yield break;
        var said = form.Replace("{0}", line, StringComparison.Ordinal);
        yield return new PromptPart(from, said[^1] is '.' or '!' or '?' or '…' or '"' ? said : said + ".", spare);
    }

    private static string Joined(IReadOnlyList<PromptPart> parts, int limit)
    {
        var kept = parts.ToList();
        while (kept.Sum(part => part.Text.Length + 1) - 1 > limit && kept.Any(part => part.Spare > 0))
        {
            var most = kept.Max(part => part.Spare);
            kept.RemoveAt(kept.FindLastIndex(part => part.Spare == most));
        }
        return Cut(string.Join(' ', kept.Select(part => part.Text)), limit);
    }

    /// <summary>Ends a text that cannot lose a whole part after its last whole word.</summary>
    private static string Cut(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var space = text.LastIndexOf(' ', limit);
        return text[..(space > 0 ? space : char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)].TrimEnd();
    }

    private static string Line(string? text) => CleanName.Words(text, LongestText);
}
