using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Storyboard;

namespace VeniceStudio.Server.Films;

/// <summary>What a shot shows in the film.</summary>
/// <param name="As">What kind of thing.</param>
/// <param name="Id">The clip, the footage, or the picture's media id; null for nothing.</param>
/// <param name="File">Its file; null for nothing.</param>
/// <param name="Missing">What it lacks, a sentence; null for nothing.</param>
internal sealed record Shown(SpanShows As, Guid? Id, MediaFile? File, string? Missing)
{
    /// <summary>What a shot shows by the creator's wish, or else by the studio's choice: its newest finished clip, its newest footage, its still.</summary>
    public static Shown Of(FilmScene scene, Shot shot)
    {
        var wish = scene.Cut.Of(shot.Id);
        if (Footage(scene, one => one.Id == wish.FootageId) is { } footage) return footage;
        if (Take(scene, take => take.Id == wish.TakeId) is { } take) return take;
        if (wish.Still || shot.MovingStill) return Still(scene, shot, null) ?? Newest(scene, shot.Id) ?? Nothing(scene, shot);
        var source = scene.Board.Source(shot);
        if (source.Id != shot.Id) return Of(scene, source);
        if (Newest(scene, shot.Id) is { } newest) return newest;
        return Still(scene, shot, WhyStill(scene, shot)) ?? Nothing(scene, shot);
    }

    private static Shown? Newest(FilmScene scene, Guid shot) => Take(scene, take => take.ShotId == shot) ?? Footage(scene, one => one.ShotId == shot);

    private static Shown? Take(FilmScene scene, Func<TakeRow, bool> which) =>
        scene.Takes.LastOrDefault(take => which(take) && take.Status == ClipStatus.Done && scene.File(take.MediaId) is not null) is { } found
            ? new(SpanShows.Take, found.Id, scene.File(found.MediaId), null) : null;

    private static Shown? Footage(FilmScene scene, Func<Footage, bool> which) =>
        scene.Footage.LastOrDefault(one => which(one) && scene.File(one.MediaId) is not null) is { } found
            ? new(SpanShows.Footage, found.Id, scene.File(found.MediaId), null) : null;

    private static Shown? Still(FilmScene scene, Shot shot, string? missing) =>
        scene.File(scene.Board.StillOf(shot)) is { } file ? new(SpanShows.Still, file.Id, file, missing) : null;

    private static Shown Nothing(FilmScene scene, Shot shot) => new(SpanShows.None, null, null,
        $"Shot {scene.Board.IndexOf(shot.Id) + 1} has nothing to show: no clip, no footage and no still. Give it one of them.");

    private static string WhyStill(FilmScene scene, Shot shot)
    {
        var takes = scene.Takes.Where(take => take.ShotId == shot.Id).ToList();
        return takes.Any(take => take.IsUnderWay) ? "Its clip is still under way. Until then its still moves slowly."
            : takes.Count > 0 ? "None of its clips came out well. Its still moves slowly instead."
            : "It has no clip yet. Its still moves slowly instead.";
    }
}
