using System.Text.Json;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>One question to a model: fixed rules, a project as data, the form of the answer.</summary>
/// <param name="MostTokens">Of the answer.</param>
internal sealed record Ask(string System, string Material, JsonElement Form, int MostTokens)
{
    /// <summary>Shots of one answer; more would make a model careless towards its end, and a failure dearer.</summary>
    public const int MostShots = 8;

    /// <summary>Tokens of a shot in the answer at most, and of everything around the shots.</summary>
    private const int TokensOfAShot = 340, TokensAround = 500;

    /// <summary>Of four questions with their suggestions.</summary>
    public const int TokensOfQuestions = 900;

    /// <summary>Letters that a model gets to read; the form is sent along and may be billed.</summary>
    public long Letters => System.Length + Material.Length + Form.GetRawText().Length;

    public static Ask Board(FilmPapers film, IReadOnlyList<ShotSlot> slots, string? treatment, IReadOnlyList<(ShotSlot, ShotWords)> before, string? correction) => new(
        Rules.Board, Directing.Material.Board(film, slots, treatment, before, correction), AnswerSchemas.Shots(Names(film), treatment is null), TokensFor(slots.Count));

    public static Ask Rewrite(FilmPapers film, IReadOnlyList<(ShotSlot, ShotWords)> shots, string wish, string? correction) => new(
        Rules.Rewrite, Directing.Material.Rewrite(film, shots, wish, correction), AnswerSchemas.Shots(Names(film), treatment: false), TokensFor(shots.Count));

    public static Ask Questions(FilmPapers film, string? correction) =>
        new(Rules.Questions, Directing.Material.Questions(film, correction), AnswerSchemas.Questions(), TokensOfQuestions);

    /// <summary>How many shots one answer of this model can hold.</summary>
    public static int ShotsOf(TextSpec? model) =>
        model?.MaxCompletionTokens is { } most ? Math.Clamp((most - TokensAround) / TokensOfAShot, 1, MostShots) : MostShots;

    public static int TokensFor(int shots) => TokensAround + shots * TokensOfAShot;

    public ChatRequest ToRequest(VeniceModel model) => new()
    {
        Model = model.Id,
        Messages = [new ChatMessage("system", System), new ChatMessage("user", Material)],
        MaxCompletionTokens = Math.Min(MostTokens, model.Text?.MaxCompletionTokens ?? int.MaxValue),
        // Forms hold at any temperature; at 0 every film of a theme would be the same film.
        Temperature = 0.8,
        ResponseFormat = model.Text?.SupportsResponseSchema == true ? Form : null,
    };

    private static IReadOnlyList<string> Names(FilmPapers film) => [.. film.Cast.Select(member => member.Name).Distinct(StringComparer.Ordinal)];
}
