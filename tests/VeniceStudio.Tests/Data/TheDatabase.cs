using VeniceStudio.Server.Data;

namespace VeniceStudio.Tests.Data;

public abstract class TheDatabase(StudioApp studio)
{
    [Fact]
    public async Task Keeps_ids_and_instants_exactly()
    {
        var ct = TestContext.Current.CancellationToken;
        var row = new Row { Name = Guid.CreateVersion7().ToString(), Xml = "<key/>" };
        await using (var session = await studio.Db.BeginAsync(ct))
        {
            await session.ExecuteAsync("INSERT INTO protection_keys (name, xml) VALUES (@Name, @Xml)", row);
            await session.CommitAsync();
        }
        await using var reader = await studio.Db.ReadAsync(ct);
        Assert.Equal(row.Xml, await reader.OneAsync<string>("SELECT xml FROM protection_keys WHERE name = @Name", row));
    }

    [Fact]
    public async Task Forgets_what_was_not_committed()
    {
        var ct = TestContext.Current.CancellationToken;
        var name = Guid.CreateVersion7().ToString();
        await using (var session = await studio.Db.BeginAsync(ct))
        {
            await session.ExecuteAsync("INSERT INTO settings (name, value) VALUES (@name, 'x')", new { name });
        }
        await using var reader = await studio.Db.ReadAsync(ct);
        Assert.Null(await reader.OneAsync<string>("SELECT value FROM settings WHERE name = @name", new { name }));
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        await Migrations.ApplyAsync(studio.Db, ct);
        await using var reader = await studio.Db.ReadAsync(ct);
        var numbers = await reader.ListAsync<int>("SELECT number FROM migrations ORDER BY number");
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    private sealed class Row
    {
        public required string Name { get; init; }
        public required string Xml { get; init; }
    }
}

public sealed class TheDatabaseOnSqlite(SqliteStudio studio) : TheDatabase(studio), IClassFixture<SqliteStudio>;

public sealed class TheDatabaseOnPostgres(PostgresStudio studio) : TheDatabase(studio), IClassFixture<PostgresStudio>;
