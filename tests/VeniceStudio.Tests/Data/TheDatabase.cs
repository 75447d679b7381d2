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
    public async Task A_reader_sees_one_moment_whatever_is_written_meanwhile()
    {
        var ct = TestContext.Current.CancellationToken;
        var name = Guid.CreateVersion7().ToString();
        await using var reader = await studio.Db.ReadAsync(ct);
        Task<int> CountAsync(DbSession session) => session.OneAsync<int>("SELECT CAST(COUNT(*) AS INTEGER) FROM settings WHERE name = @name", new { name });
        Assert.Equal(0, await CountAsync(reader));
        await using (var writer = await studio.Db.BeginAsync(ct))
        {
            await writer.ExecuteAsync("INSERT INTO settings (name, value) VALUES (@name, 'x')", new { name });
            await writer.CommitAsync();
        }
        Assert.Equal(0, await CountAsync(reader));
        await using var later = await studio.Db.ReadAsync(ct);
        Assert.Equal(1, await CountAsync(later));
    }

    [Fact]
    public async Task A_reader_that_writes_is_told_so_before_it_is_forgotten()
    {
        await using var reader = await studio.Db.ReadAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.ExecuteAsync("DELETE FROM settings WHERE name = 'nothing'"));
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
