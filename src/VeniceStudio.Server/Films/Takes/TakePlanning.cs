using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Clips;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Films;

/// <summary>Which shots a render buys clips for, and what each costs at the moment.</summary>
public sealed class TakePlanning(VideoCatalog catalog, PriceBook prices)
{
    /// <exception cref="VeniceException">Venice tells no price now.</exception>
    internal async Task<TakePlan> PlanAsync(FilmScene scene, RenderScope scope, IReadOnlyList<Guid>? shotIds, CancellationToken ct)
    {
        var named = shotIds?.ToHashSet() ?? [];
        var bought = scene.Board.Shots.Select((shot, index) => (shot, index)).Where(one => one.shot.SameAs is null && !one.shot.MovingStill).ToList();
        if (scope == RenderScope.Selected) bought = [.. bought.Where(one => named.Contains(one.shot.Id))];
        var approved = bought.Where(one => one.shot.Approval is { Model: not null }).ToList();
        var wanted = approved.Where(one => IsIn(scene, scope, one.shot.Id)).ToList();

        var pieces = new List<TakePiece>();
        foreach (var (shot, index) in wanted)
        {
            var (piece, stop) = await PieceAsync(scene, index, shot.Approval!.Model!, null, ct);
            if (piece is null) return new TakePlan([], [], stop);
            pieces.Add(piece);
        }
        return new TakePlan(pieces, LeftOut(scene, scope, bought.Count - approved.Count, approved.Select(one => one.shot.Id)), pieces.Count > 0 ? null : Nothing(scope, bought.Count, approved.Count));
    }

    /// <summary>One shot's clip by a certain model, with other words where they are given; or a sentence why not.</summary>
    internal async Task<(TakePiece? Piece, string? Stop)> PieceAsync(FilmScene scene, int index, string modelId, string? prompt, CancellationToken ct)
    {
        var shot = scene.Board.Shots[index];
        if (shot.Approval is not { } approval) return (null, $"Shot {index + 1} is not approved as it stands. Approve it first.");
        if (await catalog.FindAsync(modelId, ct) is not { } model)
            return (null, $"Venice no longer offers the model that shot {index + 1} was approved with. Choose another one on the storyboard.");
        var settings = TakeSettings.Of(scene, index, approval, model.View, prompt);
        return ModelRules.Check(model.View, settings) is { } broken
            ? (null, $"Shot {index + 1}: {broken.Sentence}")
            : (new TakePiece(shot, index + 1, settings, model.View.Name, await PriceAsync(model.View, settings, ct), SecondsOf(settings)), null);
    }

    /// <summary>Micro-dollars, at most half a minute old.</summary>
    internal Task<long> PriceAsync(VideoModelView model, ClipSettings settings, CancellationToken ct) =>
        prices.RecentAsync(PriceBook.QuoteOf(model, settings.Duration, settings.AspectRatio, settings.Resolution, settings.Sound), ct);

    private static bool IsIn(FilmScene scene, RenderScope scope, Guid shot)
    {
        var takes = scene.Takes.Where(take => take.ShotId == shot && take.Status != ClipStatus.Cancelled).ToList();
        var good = takes.Any(take => take.IsUnderWay || (take.Status == ClipStatus.Done && scene.File(take.MediaId) is not null)) || scene.Footage.Any(one => one.ShotId == shot);
        var failed = takes.Any(take => take.Status == ClipStatus.Failed);
        return scope switch
        {
            RenderScope.Missing => !good && !failed,
            RenderScope.Failed => !good && failed,
            _ => true,
        };
    }

    private static double SecondsOf(ClipSettings settings) => settings.Duration is null ? 0 : VideoConstraints.SecondsOf(settings.Duration) ?? 0;

    private static IReadOnlyList<string> LeftOut(FilmScene scene, RenderScope scope, int unapproved, IEnumerable<Guid> approved)
    {
        var left = new List<string>();
        if (unapproved > 0) left.Add($"{Shots(unapproved)} not approved, and only approved shots are rendered.");
        if (scope == RenderScope.Missing && approved.Count(shot => IsIn(scene, RenderScope.Failed, shot)) is > 0 and var failed)
            left.Add($"{Shots(failed)} left out because their last try failed: see what was refused, and render those by themselves.");
        return left;
    }

    private static string Nothing(RenderScope scope, int bought, int approved) => (scope, bought, approved) switch
    {
        (RenderScope.Selected, 0, _) => "None of these shots takes a clip of its own. Choose others.",
        (_, 0, _) => "No shot of this storyboard takes a clip. Compose the film.",
        (_, _, 0) => "None of these shots is approved as it stands. Approve them on the storyboard first.",
        (RenderScope.Failed, _, _) => "No shot is waiting for another try.",
        _ => "Every approved shot has its clip, or one under way.",
    };

    private static string Shots(int count) => count == 1 ? "1 shot is" : $"{count} shots are";
}
