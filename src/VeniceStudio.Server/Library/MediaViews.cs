using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Library;

public enum MediaKind
{
    Video = 1,
    Image = 2,
    Audio = 3,
}

/// <summary>A stored file. Seconds and pixels are measured, never taken from a name or a header.</summary>
public sealed record MediaView(
    Guid Id, MediaKind Kind, string MimeType, long Bytes, int? Width, int? Height, double? Seconds, string Name, string Url, string? PosterUrl);

/// <summary>Disk use in bytes, by kind (an owner sees the studio's), and what a reclaim of one's own would free.</summary>
public sealed record LibraryUsageView(
    long VideoBytes, int Videos, long ImageBytes, int Images, long AudioBytes, int Audios,
    long FreeBytes, long UnusedBytes, int UnusedFiles);

/// <summary>Frees space: unused uploads, and, when asked, finished clips older than a number of days.</summary>
public sealed record ReclaimSpace(bool Unused, [Range(0, 3650)] int? ClipsOlderThanDays);

public sealed record ReclaimedView(long Bytes, int Files);
