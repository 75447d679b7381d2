using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Tracks;

/// <summary>Takes songs from the upload to what was heard in them, in one step each.</summary>
public sealed class TrackPipeline(StudioDb db, TrackListening listening) : IPipeline<Track>
{
    private readonly WorkTable<Track> _rows = new(db, TrackSql.Table);

    public Task<Track?> ClaimAsync(WorkClaim claim, CancellationToken ct) => _rows.ClaimAsync(claim, ct);

    public Task<bool> RenewAsync(Guid id, WorkClaim claim, CancellationToken ct) => _rows.RenewAsync(id, claim, ct);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => _rows.NextDueAsync(ct);

    public Task StepAsync(Track track, WorkClaim claim, CancellationToken ct) => listening.StepAsync(track, claim, ct);

    public Task GiveUpAsync(Track track, WorkClaim claim, CancellationToken ct) => listening.FailAsync(
        track, claim, "stuck", "The studio stopped again and again while it listened to this song. Save it anew, as an MP3 for instance, and upload that.", ct);
}
