using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Films;

/// <summary>A project as it lies in an archive, as <c>project.json</c>. Its files lie beside it under <c>media/</c>, by their ids.</summary>
internal sealed record ArchiveDoc
{
    public const string FormatName = "venice-music-video-project";
    public const int LatestVersion = 1;
    public const string EntryName = "project.json";

    public required string Format { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public long? Budget { get; init; }
    public required Brief Brief { get; init; }
    public required Look Look { get; init; }
    public required IReadOnlyList<CastMember> Cast { get; init; }
    public required PlanSettings Plan { get; init; }
    public required ArchiveSong Song { get; init; }

    /// <summary>Null for a project without one.</summary>
    public Board? Board { get; init; }
    public Cut Cut { get; init; } = new();
    public IReadOnlyList<ArchiveTake> Takes { get; init; } = [];
    public IReadOnlyList<ArchiveFootage> Footage { get; init; } = [];

    /// <summary>Every version of every shot's still.</summary>
    public IReadOnlyList<ArchiveStill> Stills { get; init; } = [];
    public required IReadOnlyList<ArchiveFile> Files { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>The song with what its creator said about it; what was heard in it is heard again.</summary>
internal sealed record ArchiveSong(Guid MediaId, string Title, string? Artist, TrackSource Source, string? Corrections, string? Lyrics, LyricsState LyricsState);

internal sealed record ArchiveTake(Guid Id, Guid ShotId, Guid MediaId, ClipSettings Settings, string ModelName, string? VeniceModel, long Paid, DateTimeOffset CreatedAt);

internal sealed record ArchiveFootage(Guid Id, Guid ShotId, Guid MediaId, string? Note, DateTimeOffset CreatedAt);

internal sealed record ArchiveStill(Guid ShotId, Guid MediaId, DateTimeOffset CreatedAt);

internal sealed record ArchiveFile(
    Guid Id, MediaKind Kind, string Extension, string Name, long Bytes, string Sha256, int? Width, int? Height, double? Seconds, bool HasPoster)
{
    public string Entry => $"media/{Id}{Extension}";

    public string PosterEntry => $"media/{Id}.poster.jpg";
}
