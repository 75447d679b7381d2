using VeniceStudio.Media.Composition;

namespace VeniceStudio.Server.Library;

/// <summary>A row of the library: one stored file and whose it is. The bytes lie in the <see cref="MediaStore"/> under the id.</summary>
public sealed class MediaFile
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required MediaKind Kind { get; init; }

    public required string MimeType { get; init; }

    /// <summary>With its dot: <c>.mp4</c>.</summary>
    public required string Extension { get; init; }

    /// <summary>What people call it. Cleaned before it is stored (<see cref="CleanName"/>).</summary>
    public required string Name { get; init; }

    public required long Bytes { get; init; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public double? Seconds { get; init; }

    /// <summary>How a video's colours are coded; see <see cref="Colours"/>.</summary>
    public string? ColourMatrix { get; init; }

    public string? ColourPrimaries { get; init; }

    public bool HasPoster { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The S3 store that has it, or still has it although it was deleted; null: only the data folder.</summary>
    public string? KeptIn { get; init; }

    /// <summary>Of a video; null where nobody has looked.</summary>
    public ClipColours? Colours => ColourMatrix is { } matrix && ColourPrimaries is { } primaries ? new(matrix, primaries) : null;

    public MediaView ToView() => new(
        Id, Kind, MimeType, Bytes, Width, Height, Seconds, Name, $"/api/media/{Id}", HasPoster ? $"/api/media/{Id}/poster" : null);
}
