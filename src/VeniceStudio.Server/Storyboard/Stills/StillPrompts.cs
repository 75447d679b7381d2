using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>What Venice reads for a picture: the shot's own prompt, and before it what the pictures are that come along. Pure.</summary>
public static class StillPrompts
{
    private const int LongestName = 60;

    /// <param name="docs">What the creator said about the film.</param>
    /// <param name="shot">Its words and its cast.</param>
    /// <param name="fromAngle">The first picture is the same set, seen from elsewhere.</param>
    /// <param name="cast">Who the other pictures show, in their order.</param>
    /// <param name="limit">Characters that the model reads.</param>
    public static string Shot(ProjectDocs docs, Shot shot, bool fromAngle, IReadOnlyList<CastMember> cast, int limit)
    {
        var shown = cast.Select((member, index) => $"Picture {index + (fromAngle ? 2 : 1)} shows {CleanName.Words(member.Name, LongestName)}.").ToList();
        if (fromAngle) shown.Insert(0, "Picture 1 is this very place with these people. Show it from another angle.");
        if (cast.Count > 0) shown.Add("Draw a new picture in which they look exactly like that.");
        var before = string.Join(' ', shown);
        // A model that reads little gets the shot rather than the explanation.
        if (before.Length == 0 || before.Length > limit / 2) return PromptComposer.Still(docs, shot, limit);
        return $"{before} {PromptComposer.Still(docs, shot, limit - before.Length - 1)}";
    }

    /// <summary>A change of one picture by the creator's sentence.</summary>
    public static string Change(string sentence, int limit)
    {
        const string keeping = "Keep the people, the place, the framing and the style as they are wherever this does not ask for something else.";
        var wish = CleanName.Words(sentence, limit);
        var whole = $"{wish}{(wish.Length > 0 && wish[^1] is '.' or '!' or '?' ? "" : ".")} {keeping}";
        return whole.Length <= limit ? whole : wish;
    }

    /// <summary>A cast member from three sides, for later pictures to keep to.</summary>
    public static string Sheet(ProjectDocs docs, CastMember member, bool fromPicture, int limit)
    {
        var views = member.Kind is CastKind.Person or CastKind.Creature
            ? "the whole figure from the front, from the side and in three-quarter view, side by side, the same in all three"
            : "seen from the front, from the side and from three quarters, side by side, the same in all three";
        var parts = new[]
        {
            CleanName.Words(docs.Look.Style, 1_000),
            $"A reference sheet of {CleanName.Words(member.Name, LongestName)}: {views}, on a plain light ground, even light, no text.",
            fromPicture ? "Keep exactly to the pictures that came along." : "",
            CleanName.Words(member.Description, 1_000),
        };
        var text = string.Join(' ', parts.Where(part => part.Length > 0));
        return text.Length <= limit ? text : text[..limit];
    }
}
