using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>Decides for every wanted picture how it is made, by which model, from what, and what it costs.</summary>
public sealed class StillPlanning(ImageCatalog catalog)
{
    private const int MostAtOnce = 400;

    /// <param name="docs">What the creator said about the film.</param>
    /// <param name="board">Its shots; null while there are none.</param>
    /// <param name="underWay">Shots whose still is on its way.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="safe">Venice blurs adult content.</param>
    /// <param name="ct">Ends the waiting for Venice's models.</param>
    public async Task<(IReadOnlyList<StillPiece> Pieces, ProblemHttpResult? Problem)> PlanAsync(
        ProjectDocs docs, Board? board, IReadOnlySet<Guid> underWay, StillsWanted wanted, bool safe, CancellationToken ct)
    {
        if (new[] { wanted.ShotIds is { Count: > 0 }, wanted.Missing, wanted.CastId is not null }.Count(asked => asked) != 1)
            return ([], Problems.Bad("shotIds", "Name the shots, or ask for all that are missing, or for the sheet of one cast member."));
        if (await catalog.ChosenAsync(docs, wanted.Model, ct) is not { } drawing)
            return ([], Problems.Bad("model", "Venice has no image model of that name at the moment. Choose one from the list."));
        if (drawing.UnavailableBecause is { } why) return ([], Problems.Bad("model", $"{drawing.Name} cannot be used now. {why} Choose another model."));

        var pieces = new List<StillPiece>();
        if (wanted.CastId is { } cast)
        {
            if (docs.Cast.FirstOrDefault(member => member.Id == cast) is not { } member)
                return ([], Problems.Bad("castId", "Nobody of that name is in the cast any more. Save the cast, then draw the sheet."));
            if (await Draft(new HashSet<Guid>()).SheetAsync(member, ct) is not { } sheet) return ([], NoPrice(drawing));
            pieces.Add(sheet);
        }
        else
        {
            if (board is null) return ([], Problems.Of(409, "no-board", "There are no shots yet. Have the storyboard written first, then draw its stills."));
            var (shots, problem) = ShotsOf(board, underWay, wanted);
            if (problem is not null) return ([], problem);
            // A sentence changes the stills that are there; whatever is drawn anew may be what another one is made of.
            var draft = Draft(string.IsNullOrWhiteSpace(wanted.Sentence) ? underWay.Union(shots.Select(shot => shot.Id)).ToHashSet() : underWay);
            foreach (var shot in shots)
            {
                if (await draft.ShotAsync(board, shot, wanted.Sentence, ct) is not { } piece) return ([], NoPrice(drawing));
                pieces.Add(piece);
            }
        }
        var all = pieces.SelectMany(piece => Enumerable.Repeat(piece, wanted.Variants ?? 1)).ToList();
        return all.Count <= MostAtOnce ? (all, null) : ([], Problems.Bad("variants", $"These are {all.Count} pictures; up to {MostAtOnce} are ordered at once. Choose fewer shots or variants."));

        StillDraft Draft(IReadOnlySet<Guid> coming) => new(catalog, docs, drawing, coming, safe);
    }

    private static (IReadOnlyList<Shot> Shots, ProblemHttpResult? Problem) ShotsOf(Board board, IReadOnlySet<Guid> underWay, StillsWanted wanted)
    {
        if (wanted.Missing)
        {
            var missing = board.Shots.Where(shot => shot.StillId is null && shot.SameAs is null && HasWords(shot) && !underWay.Contains(shot.Id)).ToList();
            return missing.Count > 0 ? (missing, null) : ([], Problems.Of(409, "nothing-to-draw", Nothing(board, underWay)));
        }
        var shots = new List<Shot>();
        foreach (var id in wanted.ShotIds!.Distinct())
        {
            var index = board.Shots.ToList().FindIndex(shot => shot.Id == id);
            if (index < 0) return ([], Problems.Bad("shotIds", "One of these shots is no longer on the board. Look at the board again."));
            var shot = board.Shots[index];
            if (Refusal(shot, wanted.Sentence) is { } why) return ([], Problems.Bad("shotIds", $"Shot {index + 1} {why}"));
            shots.Add(shot);
        }
        return (shots, null);
    }

    private static string? Refusal(Shot shot, string? sentence) =>
        shot.SameAs is not null ? "shows another shot's footage again and needs no still of its own."
        : shot is { Locked: true, StillId: not null } ? "is locked. Unlock it first."
        : string.IsNullOrWhiteSpace(sentence) ? (HasWords(shot) ? null : "has no words to draw it from. Write what it shows.")
        : shot.StillId is null ? "has no still to change yet. Draw one first." : null;

    private static string Nothing(Board board, IReadOnlySet<Guid> underWay) =>
        board.Shots.Any(shot => shot.StillId is null && underWay.Contains(shot.Id)) ? "Every missing still is already on its way."
        : board.Shots.Any(shot => shot.StillId is null && shot.SameAs is null) ? "The shots without a still have no words to draw them from yet. Write what they show first."
        : "Every shot has its still.";

    private static bool HasWords(Shot shot) => !string.IsNullOrWhiteSpace(shot.Words.Picture) || !string.IsNullOrWhiteSpace(shot.Words.Action);

    private static ProblemHttpResult NoPrice(ImageModel model) =>
        Problems.Of(409, "no-price", $"Venice names no price for {model.Name}, and nothing is ordered whose price is unknown. Choose another model.");
}
