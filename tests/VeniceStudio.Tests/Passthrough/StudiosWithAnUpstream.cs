using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Passthrough;

namespace VeniceStudio.Tests.Passthrough;

public interface IStudioWithAnUpstream
{
    StudioApp Studio { get; }

    Upstream Venice { get; }

    Purse Purse { get; }
}

public sealed class SqliteWithAnUpstream : SqliteStudio, IStudioWithAnUpstream
{
    public StudioApp Studio => this;

    public Upstream Venice { get; } = new();

    public Purse Purse { get; } = new();

    protected override StudioOptions Options => base.Options with { VeniceKey = Upstream.Key, VeniceBase = Venice.Base };

    protected override void Adjust(WebApplicationBuilder builder) => Purse.Register(builder);

    public override async ValueTask InitializeAsync()
    {
        await Venice.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Venice.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class PostgresWithAnUpstream : PostgresStudio, IStudioWithAnUpstream
{
    public StudioApp Studio => this;

    public Upstream Venice { get; } = new();

    public Purse Purse { get; } = new();

    protected override StudioOptions Options => base.Options with { VeniceKey = Upstream.Key, VeniceBase = Venice.Base };

    protected override void Adjust(WebApplicationBuilder builder) => Purse.Register(builder);

    public override async ValueTask InitializeAsync()
    {
        await Venice.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Venice.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Stands for the ledger: notes what was set aside and settled, and what was queued.</summary>
public sealed class Purse : IChatSpending, IChatReservation, IVideoQueueing
{
    private TaskCompletionSource<ChatEnd> _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? Refusal { get; set; }

    public ConcurrentQueue<(Guid Member, string Body)> Queued { get; } = new();

    /// <summary>How the last chat ended; waits for it.</summary>
    public async Task<ChatEnd> SettledAsync()
    {
        var ended = await _settled.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        _settled = new TaskCompletionSource<ChatEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        return ended;
    }

    public void Register(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IChatSpending>(this);
        builder.Services.AddSingleton<IVideoQueueing>(this);
    }

    public Task<ChatReserving> ReserveAsync(Member member, JsonElement body, CancellationToken ct) =>
        Task.FromResult(Refusal is null ? new ChatReserving(this, null) : new ChatReserving(null, Refusal));

    public Task SettleAsync(ChatEnd ended)
    {
        Assert.True(_settled.TrySetResult(ended), "A chat was settled twice.");
        return Task.CompletedTask;
    }

    public Task<IResult> QueueAsync(Member member, JsonElement body, CancellationToken ct)
    {
        Queued.Enqueue((member.Id, body.GetRawText()));
        return Task.FromResult<IResult>(TypedResults.Text("""{"model":"wan","queue_id":"q"}""", "application/json"));
    }
}
