using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>Takes exports from the wish to the file, in one step each.</summary>
public sealed class ExportPipeline(StudioDb db, ExportMaking making) : IPipeline<Export>
{
    private readonly WorkTable<Export> _rows = new(db, ExportSql.Table);

    public Task<Export?> ClaimAsync(WorkClaim claim, CancellationToken ct) => _rows.ClaimAsync(claim, ct);

    public Task<bool> RenewAsync(Guid id, WorkClaim claim, CancellationToken ct) => _rows.RenewAsync(id, claim, ct);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => _rows.NextDueAsync(ct);

    public Task StepAsync(Export export, WorkClaim claim, CancellationToken ct) => making.StepAsync(export, claim, ct);

    public Task GiveUpAsync(Export export, WorkClaim claim, CancellationToken ct) => making.FailAsync(
        export, claim, "stuck", "The studio stopped again and again while it made this export. Give it more memory, then try again.", ct);
}
