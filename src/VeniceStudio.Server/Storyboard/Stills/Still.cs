using System.Text.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>The row of an order for a picture: a shot's still, a changed one, or a cast member's sheet.</summary>
public sealed class Still : PaidOrder, IOrderTable
{
    public static string Table => "stills";

    public static string OwnColumns => "settings = @Settings, set_shot_id = @SetShotId,";

    public Guid ProjectId { get; init; }
    public Guid? ShotId { get; init; }
    public Guid? CastId { get; init; }
    public StillPurpose Purpose { get; init; }

    /// <summary>The shot whose still comes first among its pictures, as long as that is not drawn; null: nothing is waited for.</summary>
    public Guid? SetShotId { get; private set; }

    public override string Noun => Purpose == StillPurpose.CastSheet ? "sheet" : "still";

    public StillSettings Read() => JsonSerializer.Deserialize<StillSettings>(Settings, ClipJson.Options)
        ?? throw new InvalidOperationException($"Still {Id} has no settings.");

    /// <summary>How many pictures it is made of, that of its set included.</summary>
    public int PictureCount() => Read().PictureIds.Count + (SetShotId is null ? 0 : 1);

    /// <summary>The still of its set is there, and is what goes to Venice first.</summary>
    public void MadeOf(Guid setStill)
    {
        var settings = Read();
        (Settings, SetShotId) = (JsonSerializer.Serialize(settings with { PictureIds = [setStill, .. settings.PictureIds] }, ClipJson.Options), null);
    }

    public static Still Ordered(Guid account, Guid project, NewOrder place, StillPiece piece, Guid? retryOf, DateTimeOffset now) => new()
    {
        Id = place.Id,
        AccountId = account,
        ProjectId = project,
        ShotId = piece.ShotId,
        CastId = piece.CastId,
        BatchId = place.Batch,
        LedgerId = place.Line.Id,
        Purpose = piece.Settings.Purpose,
        SetShotId = piece.SetShotId,
        Status = ClipStatus.Reserved,
        Settings = JsonSerializer.Serialize(piece.Settings, ClipJson.Options),
        Model = piece.Settings.Model,
        ModelName = piece.ModelName,
        Prompt = piece.Settings.Prompt,
        ShownPrice = piece.Price,
        RetryOf = retryOf,
        CreatedAt = now,
        DueAt = now,
    };
}

/// <summary>One picture that is about to be ordered.</summary>
/// <param name="ShotId">For which shot; null for a sheet.</param>
/// <param name="CastId">For which cast member; null for a still.</param>
/// <param name="Settings">What it is made from.</param>
/// <param name="ModelName">As people read it.</param>
/// <param name="Price">Micro-dollars.</param>
public sealed record StillPiece(Guid? ShotId, Guid? CastId, StillSettings Settings, string ModelName, long Price)
{
    /// <summary>The shot whose still is drawn before and comes first among the pictures; null when all pictures are there.</summary>
    public Guid? SetShotId { get; init; }
}

/// <summary>The row of a picture that its creator brought.</summary>
public sealed class GivenStill
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public Guid ProjectId { get; init; }
    public Guid ShotId { get; init; }
    public Guid MediaId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
