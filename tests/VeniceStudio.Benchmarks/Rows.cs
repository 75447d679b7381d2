using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Orders;
using VeniceStudio.Venice;

namespace VeniceStudio.Benchmarks;

/// <summary>A data folder with an owner, a bearer token and rows, written before a studio starts on it.</summary>
internal sealed class Rows : IAsyncDisposable
{
    // Six hundred orders of one clip, and the rest as films are ordered.
    private const int Singles = 600, InOne = 40;

    private readonly StudioDb _db;
    private readonly Account _owner = Account.OfThisComputer(DateTimeOffset.UtcNow);
    private readonly string _secret = Secret.New(Secret.TokenPrefix);

    /// <summary>The started studio inherits the same variable: an empty PostgreSQL database that it names is filled and used in SQLite's place.</summary>
    private Rows(string folder) =>
        (Folder, _db) = (folder, new StudioDb(new StudioOptions { Data = folder, DatabaseUrl = Environment.GetEnvironmentVariable("DATABASE_URL") }.Database, TimeProvider.System));

    public string Folder { get; }

    /// <summary>A header line that lets a script in as the owner.</summary>
    public string Bearer => "Authorization: Bearer " + _secret;

    public static async Task<Rows> CreateAsync(string folder)
    {
        var rows = new Rows(folder);
        await Migrations.ApplyAsync(rows._db, CancellationToken.None);
        await using var session = await rows._db.BeginAsync(CancellationToken.None);
        await session.InsertAsync(rows._owner);
        await session.InsertAsync(ScriptToken.New(rows._owner.Id, "benchmark", rows._secret, session.Now));
        await session.CommitAsync();
        return rows;
    }

    /// <summary>A file of the library; returns its id.</summary>
    public async Task<Guid> AddMediaAsync(string file)
    {
        var id = Guid.CreateVersion7();
        var store = new MediaStore(new StudioOptions { Data = Folder });
        var temporary = store.NewTemporary(".mp4");
        File.Copy(file, temporary);
        var stored = await store.TakeInAsync(temporary, id, ".mp4", CancellationToken.None);
        await using var session = await _db.BeginAsync(CancellationToken.None);
        await session.InsertMediaAsync(new MediaFile
        {
            Id = id, AccountId = _owner.Id, Kind = MediaKind.Video, MimeType = "video/mp4", Extension = ".mp4", Name = "bench",
            Bytes = stored.Bytes, Sha256 = stored.Sha256, CreatedAt = session.Now,
        });
        await session.CommitAsync();
        return id;
    }

    /// <summary>Orders that Venice works on, their next looks spread over a stretch of time as the studio itself spreads them.</summary>
    public async Task AddWorkingAsync(IReadOnlyList<VideoTicket> tickets, TimeSpan spread)
    {
        await using var session = await _db.BeginAsync(CancellationToken.None);
        var order = Guid.Empty;
        for (var i = 0; i < tickets.Count; i++)
        {
            if (i < Singles || (i - Singles) % InOne == 0) order = Guid.CreateVersion7();
            var ledger = await AddLineAsync(session, tickets[i].Model);
            var clip = Clip.Ordered(_owner.Id, order, Guid.CreateVersion7(), ledger, new ClipSettings
            {
                Model = tickets[i].Model,
                Prompt = $"A gondola crosses the lagoon at dawn, mist on the water, slow camera, take {i} [sim:stuck]",
                Duration = "5s",
                AspectRatio = "16:9",
            }, tickets[i].Model, 250_000, cleanUp: false, retryOf: null, session.Now);
            await session.InsertClipAsync(clip);
            clip.Submitting(100_000_000, session.Now);
            clip.Submitted(new Receipt(tickets[i].Model, tickets[i].QueueId, tickets[i].DownloadUrl), session.Now + spread * (i + 1) / tickets.Count, session.Now);
            await session.UpdateOrderAsync(clip);
        }
        await session.CommitAsync();
    }

    public async ValueTask DisposeAsync() => await _db.DisposeAsync();

    private async Task<Guid> AddLineAsync(DbSession session, string model)
    {
        var id = Guid.CreateVersion7();
        await session.ExecuteAsync(
            """
            INSERT INTO ledger (id, account_id, kind, model, state, quoted, reserved_at)
            VALUES (@id, @account, 1, @model, 2, 250000, @Now)
            """, new { id, account = _owner.Id, model, session.Now });
        return id;
    }
}
