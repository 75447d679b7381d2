namespace VeniceStudio.Server.Films;

/// <summary>A row: a video or picture that a creator brought for a shot.</summary>
internal sealed class Footage
{
    public Guid Id { get; init; }
    public Guid ProjectId { get; init; }
    public Guid AccountId { get; init; }
    public Guid ShotId { get; init; }
    public Guid MediaId { get; init; }

    /// <summary>Where it came from, so that asking twice gives the same one.</summary>
    public Guid? UploadId { get; init; }
    public string? Note { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
