using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Films;

public sealed class TakeOrdering
{
    public Task<Results<Ok<TakesQuoteView>, NotFound, ProblemHttpResult>> QuoteAsync(Member member, Guid id, QuoteTakes body, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Accepted<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> RenderAsync(Member member, Guid id, RenderTakes body, string? key, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Accepted<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> AgainAsync(Member member, Guid id, RetakeShot body, string? key, CancellationToken ct) => throw new NotSupportedException();
}
public sealed class TakeReading
{
    public Task<Results<Ok<IReadOnlyList<TakeView>>, NotFound>> ListAsync(Member member, Guid id, CancellationToken ct) => throw new NotSupportedException();
}
public sealed class RefusalDesk
{
    public Task<Results<Ok<IReadOnlyList<DeskCardView>>, NotFound>> CardsAsync(Member member, Guid id, CancellationToken ct) => throw new NotSupportedException();
}
public sealed class FootageDesk
{
    public Task<Results<Created<TakeView>, NotFound, ProblemHttpResult>> BringAsync(Member member, Guid id, BringFootage body, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<NoContent, NotFound>> DropAsync(Member member, Guid id, Guid footage, CancellationToken ct) => throw new NotSupportedException();
}
public sealed class CutDesk
{
    public Task<Results<Ok<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> ChooseAsync(Member member, Guid id, ChooseTake body, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Ok<CutView>, NotFound, ProblemHttpResult>> ReadAsync(Member member, Guid id, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Ok<CutView>, NotFound, ProblemHttpResult>> SaveAsync(Member member, Guid id, SaveCut body, CancellationToken ct) => throw new NotSupportedException();
}
public sealed class FilmDesk
{
    public Task<Results<Ok<IReadOnlyList<FilmView>>, NotFound>> ListAsync(Member member, Guid id, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Accepted<FilmView>, NotFound, ProblemHttpResult>> ComposeAsync(Member member, Guid id, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Ok<FilmView>, NotFound>> OneAsync(Member member, Guid film, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Ok<FilmView>, NotFound, ProblemHttpResult>> CancelAsync(Member member, Guid film, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(Member member, Guid film, CancellationToken ct) => throw new NotSupportedException();
}
public sealed class ExportDesk
{
    public Task<Results<Ok<IReadOnlyList<ExportView>>, NotFound>> ListAsync(Member member, Guid id, CancellationToken ct) => throw new NotSupportedException();
    public Task<Ok<IReadOnlyList<ExportView>>> AllAsync(Member member, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Accepted<ExportView>, NotFound, ProblemHttpResult>> MakeAsync(Member member, Guid id, MakeExport body, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Ok<ExportView>, NotFound, ProblemHttpResult>> CancelAsync(Member member, Guid export, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<Ok<ExportView>, NotFound, ProblemHttpResult>> RetryAsync(Member member, Guid export, CancellationToken ct) => throw new NotSupportedException();
    public Task<Results<NoContent, NotFound>> DeleteAsync(Member member, Guid export, CancellationToken ct) => throw new NotSupportedException();
    public Task<IResult> FileAsync(Member member, Guid export, CancellationToken ct) => throw new NotSupportedException();
}
public sealed class ProjectImport
{
    public Task<Results<Created<ProjectView>, NotFound, ProblemHttpResult>> OpenAsync(Member member, Guid upload, CancellationToken ct) => throw new NotSupportedException();
}
