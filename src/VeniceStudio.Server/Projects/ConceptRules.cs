using VeniceStudio.Server.Catalog;

namespace VeniceStudio.Server.Projects;

/// <summary>What the attributes of the concept's types cannot say.</summary>
internal static class ConceptRules
{
    private const int LongestSuggestion = 300;

    public static BrokenRule? Check(Brief brief)
    {
        if (brief.Questions.Any(question => question?.Text is null || question.Suggestions is null || question.Suggestions.Any(text => text is null || text.Length > LongestSuggestion)))
            return new("brief.questions", $"An answer that is suggested has at most {LongestSuggestion} characters.");
        return null;
    }

    public static BrokenRule? Check(IReadOnlyList<CastMember> cast)
    {
        if (cast.Any(member => member?.PictureIds is null || member.Description is null))
            return new("cast", "Somebody in the cast lacks a description or a list of pictures. Send them empty instead.");
        if (cast.Any(member => string.IsNullOrWhiteSpace(member.Name))) return new("cast.name", "Everybody in the cast needs a name, by which shots speak of them.");
        if (cast.Select(member => member.Id).Distinct().Count() < cast.Count || cast.Any(member => member.Id == Guid.Empty))
            return new("cast.id", "Each member of the cast needs an id of its own.");
        return null;
    }

    public static BrokenRule? Check(PlanSettings plan)
    {
        if (plan.Repeats.Any(choice => choice is null)) return new("plan.repeats", "A choice in the list is empty. Leave it out.");
        if (plan is { Shortest: { } shortest, Longest: { } longest } && shortest >= longest)
            return new("plan.longest", "The longest shot has to be longer than the shortest one.");
        return null;
    }
}
