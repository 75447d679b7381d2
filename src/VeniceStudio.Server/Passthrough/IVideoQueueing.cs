using System.Text.Json;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Passthrough;

/// <summary>Orders a video given in Venice's own shape, through the ledger like every other order, and answers in Venice's shape.</summary>
public interface IVideoQueueing
{
    Task<IResult> QueueAsync(Member member, JsonElement body, CancellationToken ct);
}
