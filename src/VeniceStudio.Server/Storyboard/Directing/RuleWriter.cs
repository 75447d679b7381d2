using System.Globalization;
using System.Security.Cryptography;
using VeniceStudio.Media.Audio;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>
/// Words for any shot without a model: from what the song does there, what is sung, the brief, the look and the cast. The same shot is always
/// written the same, and never like the one before it. Costs nothing and always answers.
/// </summary>
internal static class RuleWriter
{
    private const int LongestTheme = 160;

    /// <summary>Writes one shot.</summary>
    /// <param name="film">What the creator wants.</param>
    /// <param name="slot">What is settled about the shot.</param>
    /// <param name="before">The words of the shot before it, which these must not repeat; null for the first.</param>
    /// <param name="set">The words of the shot whose set it sees from another angle; null for none.</param>
    public static WrittenShot Write(FilmPapers film, ShotSlot slot, ShotWords? before, ShotWords? set = null)
    {
        var seed = SHA256.HashData(slot.Id.ToByteArray());
        // Another angle of a set is seen with the same people in the same place; how it is seen is its own.
        if (slot.AngleOf is { } number && film.Board is { } board)
        {
            var there = SHA256.HashData(board.Shots[number - 1].Id.ToByteArray());
            (seed[0], seed[1], seed[2], seed[4]) = (there[0], there[1], there[2], there[4]);
        }
        var people = film.Cast.Where(member => member.Kind is CastKind.Person or CastKind.Creature).ToList();
        var others = film.Cast.Where(member => member.Kind is CastKind.Place or CastKind.Prop).ToList();
        var who = people.Count > 0 && !IsOfThePlace(slot) ? people[seed[0] % people.Count] : null;
        var where = others.Count > 0 && (who is null || seed[1] % 2 == 0) ? others[seed[2] % others.Count] : null;
        var subject = who?.Name ?? (where is null || where.Kind == CastKind.Prop ? where?.Name ?? Subject(film) : where.Name);

        var words = new ShotWords(
            Picture(film, slot, seed, subject, who is null ? null : where?.Name, before?.Picture ?? "", set?.Picture ?? ""),
            slot.MovingStill ? Unlike(["Nothing moves but the frame", "Everything holds still"], seed[5], before?.Action)
                : Capital(Unlike([.. RuleWords.Actions(slot.Energy).Select(action => string.Format(CultureInfo.InvariantCulture, action, who?.Name ?? "the scene"))], seed[5], before?.Action)),
            Capital(Unlike(RuleWords.Cameras(slot.Energy), seed[6], before?.Camera)),
            Capital(Light(film, slot, seed, before?.Light)),
            slot.EndsSection && slot.Energy < 0.4 ? Transitions.CrossFade : Transitions.Cut,
            who is { Kind: CastKind.Person } && slot.Role is not (SectionRole.Intro or SectionRole.Outro or SectionRole.Break) ? slot.Lyric : "");
        Guid[] cast = [.. new[] { who?.Id, where?.Id }.OfType<Guid>()];
        return new WrittenShot(slot.Id, words, WrittenBy.Rules, cast, new SubjectPoint(0.4 + seed[7] % 3 * 0.1, who is null ? 0.5 : 0.42, true));
    }

    private static string Picture(FilmPapers film, ShotSlot slot, byte[] seed, string subject, string? place, string before, string set)
    {
        // Neighbours differ in how near they are seen, whatever else they share.
        var framings = RuleWords.Framings(slot.Role)
            .Where(framing => !before.StartsWith(framing, StringComparison.Ordinal) && !set.StartsWith(framing, StringComparison.Ordinal)).ToArray();
        var there = place is not null ? $"with {place}" : Unlike(RuleWords.Places(slot.Role), seed[4], null);
        var mood = film.Brief.Mood.Length > 0 && slot.BeginsSection ? $"; it feels {PlainWords.Of(film.Brief.Mood, 80)}" : "";
        var sung = slot.Lyric.Length > 0 ? $" It answers the words that are sung: {slot.Lyric}." : "";
        return $"{framings[seed[3] % framings.Length]} of {subject}, {there}{mood}.{sung}";
    }

    private static string Light(FilmPapers film, ShotSlot slot, byte[] seed, string? before) => film.Look.Light.Length > 0
        ? Unlike([.. RuleWords.Shades(slot.Energy).Select(shade => $"{PlainWords.Of(film.Look.Light, 120)}, {shade}")], seed[8], before)
        : Unlike(RuleWords.Lights(slot.Role), seed[8], before);

    /// <summary>Who is in the picture when there is no cast.</summary>
    private static string Subject(FilmPapers film)
    {
        var performers = PlainWords.Of(film.Brief.Performers, 80);
        var theme = PlainWords.Of(film.Brief.Theme, LongestTheme).TrimEnd('.', '!', '?');
        if (theme.Length == 0) theme = PlainWords.Of(film.Title, 80);
        // In the middle of a sentence an article is small.
        if (theme.StartsWith("A ", StringComparison.Ordinal) || theme.StartsWith("An ", StringComparison.Ordinal) || theme.StartsWith("The ", StringComparison.Ordinal))
            theme = char.ToLowerInvariant(theme[0]) + theme[1..];
        return performers.Length > 0 && !IsNobody(performers) ? $"{performers} ({theme})" : theme.Length > 0 ? theme : "the scene";
    }

    private static bool IsNobody(string performers) =>
        performers.StartsWith("no ", StringComparison.OrdinalIgnoreCase) || performers.StartsWith("nobody", StringComparison.OrdinalIgnoreCase)
        || performers.StartsWith("none", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfThePlace(ShotSlot slot) => slot.Role is SectionRole.Intro or SectionRole.Outro && slot.Number % 2 == 1;

    private static string Unlike(string[] choices, byte at, string? before)
    {
        var choice = choices[at % choices.Length];
        return string.Equals(choice, before, StringComparison.OrdinalIgnoreCase) ? choices[(at + 1) % choices.Length] : choice;
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
