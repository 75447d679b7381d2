using VeniceStudio.Server.Clips;

namespace VeniceStudio.Server.Films;

/// <summary>A take as the cut needs to know it: a clip of a shot, in whatever state.</summary>
internal sealed class TakeRow
{
    public Guid Id { get; init; }
    public Guid ShotId { get; init; }
    public ClipStatus Status { get; init; }
    public Guid? MediaId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public bool IsUnderWay => Status is not (ClipStatus.Done or ClipStatus.Failed or ClipStatus.Cancelled);
}
