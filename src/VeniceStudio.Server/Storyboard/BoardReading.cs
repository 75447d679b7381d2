using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Boards as the API shows them.</summary>
public sealed class BoardReading
{
    public Task<Results<Ok<BoardView>, NotFound>> ReadAsync(Member member, Guid id, CancellationToken ct) => Task.FromResult<Results<Ok<BoardView>, NotFound>>(TypedResults.NotFound());
    public Task<Results<Ok<PromptView>, NotFound>> PromptAsync(Member member, Guid id, Guid shot, CancellationToken ct) => Task.FromResult<Results<Ok<PromptView>, NotFound>>(TypedResults.NotFound());
}
