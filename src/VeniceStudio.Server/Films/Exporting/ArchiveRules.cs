using System.ComponentModel.DataAnnotations;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;

namespace VeniceStudio.Server.Films;

/// <summary>Holds what an archive says against the limits that the forms have.</summary>
internal static class ArchiveRules
{
    private const int MostShots = 2_000, MostTakes = 5_000, LongestWords = 4_000;
    private const double LongestSong = 3_600;

    /// <exception cref="ArchiveException">Something in it is no project of this studio.</exception>
    public static void Check(ArchiveDoc doc)
    {
        if (doc.Format != ArchiveDoc.FormatName) throw Broken();
        if (doc.Version > ArchiveDoc.LatestVersion) throw new ArchiveException("This archive was made by a newer studio. Bring this one up to date, then open it.");
        if (doc.Title is null || doc.Brief is null || doc.Look is null || doc.Cast is null || doc.Plan is null || doc.Song is null || doc.Files is null || doc.Cut?.Spans is null) throw Broken();
        if (!AreFine(doc.Brief, doc.Look, doc.Plan, doc.Cut) || doc.Cast.Count > 24 || doc.Cast.Any(member => member is null || !IsFine(member))) throw Broken();
        if (doc.Cut.Spans.Any(span => span is null || !IsFine(span)) || !AreFine(doc.Cut.TitleCard, doc.Cut.EndCard, doc.Cut.Logo)) throw Broken();
        if ((ConceptRules.Check(doc.Brief) ?? ConceptRules.Check(doc.Cast) ?? ConceptRules.Check(doc.Plan)) is not null) throw Broken();
        if (doc.Budget is < 0 || doc.Takes.Count > MostTakes || doc.Footage.Count > MostTakes || doc.Stills.Count > MostTakes || doc.Files.Count > MostTakes) throw Broken();
        Files(doc);
        if (doc.Board is { } board) Board(board);
    }

    private static void Files(ArchiveDoc doc)
    {
        if (doc.Files.Select(file => file.Id).Distinct().Count() < doc.Files.Count || doc.Files.Any(file => !Enum.IsDefined(file.Kind) || file.Bytes < 1 || file.Extension is null)) throw Broken();
        var known = doc.Files.ToDictionary(file => file.Id);
        bool Is(Guid id, params MediaKind[] kinds) => known.TryGetValue(id, out var file) && kinds.Contains(file.Kind);
        if (!Is(doc.Song.MediaId, MediaKind.Audio) || doc.Takes.Any(take => take.Settings is null || take.ModelName is null || !Is(take.MediaId, MediaKind.Video))
            || doc.Footage.Any(one => !Is(one.MediaId, MediaKind.Video, MediaKind.Image)) || doc.Stills.Any(still => !Is(still.MediaId, MediaKind.Image))) throw Broken();
        if (doc.Files.Any(file => file.Kind == MediaKind.Audio && file.Id != doc.Song.MediaId)) throw Broken();
    }

    private static void Board(Board board)
    {
        var shots = board.Shots;
        if (shots is null or { Count: 0 or > MostShots } || !(board.Duration is > 0 and <= LongestSong) || board.FrameRate.PerSecond is not (>= 23 and <= 61)) throw Broken();
        if (shots[0].Start != 0 || shots.Zip(shots.Skip(1)).Any(pair => !(pair.First.Start < pair.Second.Start)) || shots[^1].Start >= board.Duration) throw Broken();
        if (shots.Select(shot => shot.Id).Distinct().Count() < shots.Count || shots.Any(shot => shot.CastIds is null || !IsShort(shot.Words))) throw Broken();
    }

    private static bool IsShort(ShotWords? words) => words is not null
        && new[] { words.Picture, words.Action, words.Camera, words.Light, words.Transition, words.Sung }.All(text => text is { Length: <= LongestWords });

    private static bool AreFine(params object?[] parts) => parts.All(part => part is null || IsFine(part));

    private static bool IsFine(object part) => Validator.TryValidateObject(part, new ValidationContext(part), null, validateAllProperties: true);

    private static ArchiveException Broken() => new("The project in this archive does not hold together. Export it again and upload that.");
}
