using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>
/// The most that the director's words can cost, micro-dollars: every answer as long as it may be, and every one asked for a second time
/// because the first could not be used. Usually it is a third of that.
/// </summary>
internal static class WordPrices
{
    /// <summary>
    /// Letters at most: of a slot; of a shot's present words; of treatment, last shots, wish and correction together; of a form; of title,
    /// tempo and lyrics.
    /// </summary>
    private const int LettersOfASlot = 480, LettersOfWords = 2_000, LettersBetween = 6_000, LettersOfAForm = 2_500, LettersOfASong = 3_600;

    private const int Twice = 2;

    public static long Board(TextSpec? model, ProjectDocs docs, int shots) => Shots(model, Rules.Board.Length, docs, shots, LettersOfASlot);

    public static long Rewrite(TextSpec? model, ProjectDocs docs, int shots) => Shots(model, Rules.Rewrite.Length, docs, shots, LettersOfASlot + LettersOfWords);

    public static long Questions(TextSpec? model, ProjectDocs docs) =>
        Twice * ChatPurse.Most(model, Rules.Questions.Length + Letters(docs) + LettersOfAForm, Ask.TokensOfQuestions);

    private static long Shots(TextSpec? model, int rules, ProjectDocs docs, int shots, int each)
    {
        var (sum, size) = (0L, Ask.ShotsOf(model));
        // Names of the cast stand in the form, too.
        var letters = rules + Letters(docs) + LettersBetween + LettersOfAForm + docs.Cast.Sum(member => member.Name.Length + 4);
        for (var left = shots; left > 0; left -= size)
        {
            var count = Math.Min(left, size);
            sum += Twice * ChatPurse.Most(model, letters + (long)count * each, Ask.TokensFor(count));
        }
        return sum;
    }

    private static int Letters(ProjectDocs docs) => Material.Docs(docs).Length + LettersOfASong;
}
