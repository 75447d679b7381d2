using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Hosting;

/// <summary>Looks whether the database opens, which version it has, and whether the studio's tables fit this version.</summary>
internal static class DatabaseDoctor
{
    public static async Task<Finding> LookAsync(StudioOptions options, TimeProvider time, CancellationToken ct)
    {
        // Opening a SQLite file makes it: that is for the first start to do.
        var isNew = options.DatabaseUrl is null && !File.Exists(options.Database.SqliteFile);
        try
        {
            var database = isNew ? options.Database with { SqliteFile = ":memory:" } : options.Database;
            await using var db = new StudioDb(database, time);
            await using var session = await db.ReadAsync(ct);
            var name = session.IsPostgres
                ? $"PostgreSQL {await session.OneAsync<string>("SELECT current_setting('server_version')")}"
                : $"SQLite {await session.OneAsync<string>("SELECT sqlite_version()")}";
            return isNew ? Finding.Ok($"{name}; the database is made at the first start.") : await TablesAsync(session, name);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Finding.Broken(StartFailure.SentenceFor(e, options) ?? "The database does not answer. Check DATABASE_URL, or the disk that holds the SQLite file.");
        }
    }

    private static async Task<Finding> TablesAsync(DbSession session, string name)
    {
        var known = await session.OneAsync<long>(session.IsPostgres
            ? "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'migrations'"
            : "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'migrations'");
        var at = known == 0 ? 0 : await session.OneAsync<int?>("SELECT MAX(number) FROM migrations") ?? 0;
        var latest = Migrations.Latest;
        if (at > latest) return Finding.Broken($"{name}: a newer studio wrote this database. Start that version, or restore an older backup.");
        return at == latest
            ? Finding.Ok($"{name}; its tables are up to date (step {at}).")
            : Finding.Note($"{name}; its tables are at step {at} of {latest}. The next start brings them up to date: make a backup first.");
    }
}
