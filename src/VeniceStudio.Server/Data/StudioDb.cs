using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace VeniceStudio.Server.Data;

/// <summary>
/// Opens sessions on the studio's database: a SQLite file by default, PostgreSQL when <c>DATABASE_URL</c> says so.
/// SQLite has one writer at a time; writers of this process queue here instead of meeting inside the library, where they would
/// wait by sleeping.
/// </summary>
public sealed class StudioDb : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly string? _sqlite;
    private readonly NpgsqlDataSource? _postgres;
    private readonly SemaphoreSlim _writer = new(1, 1);

    public StudioDb(DatabaseOptions options, TimeProvider time)
    {
        DapperTypes.Register();
        _time = time;
        if (options.PostgresConnection is { } connection)
        {
            _postgres = NpgsqlDataSource.Create(connection);
        }
        else
        {
            SqliteNative.Use();
            _sqlite = new SqliteConnectionStringBuilder { DataSource = options.SqliteFile, Pooling = true, DefaultTimeout = 30 }.ToString();
        }
    }

    public bool IsPostgres => _postgres is not null;

    /// <summary>The PostgreSQL source, for listening; null on SQLite.</summary>
    public NpgsqlDataSource? Postgres => _postgres;

    /// <summary>A session to read with: all of it is of the moment of its first statement. It waits for no writer and holds none up.</summary>
    public async Task<DbSession> ReadAsync(CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        try
        {
            var moment = IsPostgres
                ? await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct)
                : ((SqliteConnection)connection).BeginTransaction(deferred: true);
            return new(connection, moment, _time.GetUtcNow(), IsPostgres, writes: false, null);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A session to write with: one transaction, rolled back unless committed. Keep it short; call nobody inside.</summary>
    public async Task<DbSession> BeginAsync(CancellationToken ct)
    {
        if (IsPostgres)
        {
            var connection = await OpenAsync(ct);
            return new(connection, await connection.BeginTransactionAsync(ct), _time.GetUtcNow(), true, writes: true, null);
        }

        await _writer.WaitAsync(ct);
        try
        {
            var connection = (SqliteConnection)await OpenAsync(ct);
            return new(connection, connection.BeginTransaction(deferred: false), _time.GetUtcNow(), false, writes: true, _writer);
        }
        catch
        {
            _writer.Release();
            throw;
        }
    }

    private Task<DbConnection> OpenAsync(CancellationToken ct) => IsPostgres ? OpenPostgresAsync(ct) : OpenSqliteAsync(ct);

    // Apart, so that a studio on SQLite never loads the other library.
    private async Task<DbConnection> OpenPostgresAsync(CancellationToken ct) => await _postgres!.OpenConnectionAsync(ct);

    private async Task<DbConnection> OpenSqliteAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(_sqlite);
        await connection.OpenAsync(ct);
        await using var setup = connection.CreateCommand();
        // FULL: a commit is on the disk when it returns, which is what "write before you call" rests on.
        setup.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;";
        await setup.ExecuteNonQueryAsync(ct);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        if (_sqlite is not null) SqliteConnection.ClearPool(new SqliteConnection(_sqlite));
        _writer.Dispose();
    }
}
