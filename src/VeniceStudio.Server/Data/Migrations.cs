using System.Reflection;
using System.Text.RegularExpressions;

namespace VeniceStudio.Server.Data;

/// <summary>
/// Brings the database to this version: numbered SQL files, each applied once, in order, in its own transaction. Lines between
/// <c>-- only: postgres</c> (or <c>sqlite</c>) and <c>-- end</c> run on that database alone.
/// </summary>
public static partial class Migrations
{
    private const long MigrationLock = 7_309_001;

    /// <summary>The number of the last step that this version knows.</summary>
    internal static int Latest => Files().Max(file => file.Number);

    public static async Task ApplyAsync(StudioDb db, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await session.LockAsync(MigrationLock);
        await session.ExecuteAsync("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)");
        var done = (await session.ListAsync<int>("SELECT number FROM migrations")).ToHashSet();
        foreach (var (number, name, sql) in Files())
        {
            if (done.Contains(number)) continue;
            await session.ExecuteAsync(ForDialect(sql, session.IsPostgres ? "postgres" : "sqlite"));
            await session.ExecuteAsync("INSERT INTO migrations VALUES (@number, @name, @Now)", new { number, name, session.Now });
        }
        if (done.Count > 0 && done.Max() > Latest)
        {
            throw new InvalidOperationException("This database was written by a newer studio. Start that version, or restore an older backup.");
        }
        await session.CommitAsync();
    }

    private static IEnumerable<(int Number, string Name, string Sql)> Files()
    {
        var assembly = typeof(Migrations).Assembly;
        return assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Match: FileName().Match(name)))
            .Where(file => file.Match.Success)
            .Select(file => (int.Parse(file.Match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), file.Match.Groups[2].Value, Text(assembly, file.Name)))
            .OrderBy(file => file.Item1);
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string ForDialect(string sql, string dialect) =>
        OnlyBlock().Replace(sql, block => block.Groups[1].Value == dialect ? block.Groups[2].Value : "");

    [GeneratedRegex(@"\.(\d{4})_(\w+)\.sql$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^-- only: (\w+)\r?\n(.*?)^-- end\r?$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex OnlyBlock();
}
