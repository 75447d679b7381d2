namespace VeniceStudio.Server.Library;

/// <summary>A row of a file that comes in pieces.</summary>
public sealed class ResumableUpload
{
    /// <summary>The largest piece. Larger ones lose more when a line breaks, smaller ones spend their time on saying hello.</summary>
    public const int ChunkBytes = 8 * 1024 * 1024;

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }
    public required long Bytes { get; init; }

    /// <summary>Bytes that are on the disk for sure.</summary>
    public long Received { get; init; }

    /// <summary>What became of it, so that asking twice gives the same answer.</summary>
    public Guid? TrackId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset TouchedAt { get; init; }

    public UploadView ToView() => new(Id, Name, Bytes, Received, ChunkBytes);
}
