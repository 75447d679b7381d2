namespace VeniceStudio.Server.Data;

/// <summary>Where rows live: a PostgreSQL connection string when there is one, otherwise a SQLite file.</summary>
public sealed record DatabaseOptions(string SqliteFile, string? PostgresConnection)
{
    /// <summary>Turns a <c>postgres://user:password@host:port/name?sslmode=…</c> address into what the driver reads.</summary>
    /// <exception cref="FormatException">The address is no PostgreSQL address; the message says what it should look like.</exception>
    public static string ConnectionOf(string databaseUrl)
    {
        if (!databaseUrl.Contains("://", StringComparison.Ordinal)) return databaseUrl;
        if (!Uri.TryCreate(databaseUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
        {
            throw new FormatException("DATABASE_URL should look like postgres://user:password@host:5432/name.");
        }
        var user = uri.UserInfo.Split(':', 2);
        var query = System.Web.HttpUtility.ParseQueryString(uri.Query);
        var connection = new Npgsql.NpgsqlConnectionStringBuilder
        {
            Host = query["host"] ?? uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        if (Enum.TryParse<Npgsql.SslMode>(query["sslmode"]?.Replace("-", "", StringComparison.Ordinal), true, out var ssl)) connection.SslMode = ssl;
        return connection.ToString();
    }
}
