using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>Takes films from the wish to the file, in one step each.</summary>
public sealed class FilmPipeline(StudioDb db, FilmComposing composing) : IPipeline<Film>
{
    private readonly WorkTable<Film> _rows = new(db, FilmSql.Table);

    public Task<Film?> ClaimAsync(WorkClaim claim, CancellationToken ct) => _rows.ClaimAsync(claim, ct);

    public Task<bool> RenewAsync(Guid id, WorkClaim claim, CancellationToken ct) => _rows.RenewAsync(id, claim, ct);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => _rows.NextDueAsync(ct);

    public Task StepAsync(Film film, WorkClaim claim, CancellationToken ct) => composing.StepAsync(film, claim, ct);

    public Task GiveUpAsync(Film film, WorkClaim claim, CancellationToken ct) => composing.FailAsync(
        film, claim, "stuck", "The studio stopped again and again while it composed this film. Give it more memory, or a smaller frame, and compose again.", ct);
}
