using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Films;

public enum ExportKind
{
    /// <summary>MP4 as large as the film.</summary>
    Mp4Source = 1,
    Mp4_1080 = 2,
    Mp4_720 = 3,

    /// <summary>9:16, from the sources.</summary>
    Tall = 4,

    /// <summary>1:1, from the sources.</summary>
    Square = 5,

    /// <summary>16:9, from the sources.</summary>
    Wide = 6,
    WebM = 7,
    Gif = 8,
    Teaser15 = 9,
    Teaser30 = 10,

    /// <summary>3 to 8 seconds whose end goes over into its beginning.</summary>
    Loop = 11,
    Poster = 12,
    Srt = 13,
    Vtt = 14,
    Lrc = 15,

    /// <summary>The project with its media, which opens in another studio.</summary>
    Archive = 16,

    /// <summary>What the film was made of and what it cost, as JSON.</summary>
    Receipt = 17,
}

public enum ExportState
{
    Waiting = 1,
    Making = 2,
    Done = 3,
    Failed = 4,
    Cancelled = 5,
}

/// <summary>Asks for a file made from a film or a project.</summary>
/// <param name="Kind">Which.</param>
/// <param name="FilmId">Of this project and whole; null for the newest whole one.</param>
/// <param name="Start">For GIF, poster and loop: seconds into the film; null for the strongest place.</param>
/// <param name="Seconds">For GIF (1–15, 4 without) and loop (3–8).</param>
/// <param name="MostMegabytes">For GIF: what it may weigh; 8 without.</param>
public sealed record MakeExport(
    ExportKind Kind, Guid? FilmId, [Range(0, 3_600)] double? Start, [Range(1, 15)] double? Seconds, [Range(1, 100)] int? MostMegabytes);

/// <summary>A file for taking along, or one that is being made.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Name">As it is saved.</param>
/// <param name="Url">The file; null until it is there.</param>
public sealed record ExportView(
    Guid Id, Guid ProjectId, string Project, Guid? FilmId, ExportKind Kind, ExportState State, double Share, string Name, string MimeType, long? Bytes,
    string? Url, FilmFailureView? Failure, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt);

/// <summary>Opens an archive that another studio made, from a finished upload.</summary>
public sealed record ImportProject(Guid UploadId);
