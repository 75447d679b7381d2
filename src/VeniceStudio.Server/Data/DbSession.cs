using System.Data.Common;
using Dapper;

namespace VeniceStudio.Server.Data;

/// <summary>
/// One connection with one transaction: what a session reads is of one moment. Statements live in each feature's <c>…Sql</c> file as extension methods.
/// What must happen only after a commit (events, bells) is handed to <see cref="AfterCommit"/>.
/// </summary>
public sealed class DbSession(
    DbConnection connection, DbTransaction transaction, DateTimeOffset now, bool isPostgres, bool writes, SemaphoreSlim? writer) : IAsyncDisposable
{
    private readonly List<Action> _afterCommit = [];

    /// <summary>The instant this session began, UTC, whole milliseconds as the database keeps them.</summary>
    public DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());

    public bool IsPostgres => isPostgres;

    /// <summary>
    /// Behind a column: is one of <c>@ids</c>. Dapper spells a list out for SQLite and hands PostgreSQL an array; the two want
    /// different words around it.
    /// </summary>
    public string Among => isPostgres ? "= ANY(@ids)" : "IN @ids";

    /// <exception cref="InvalidOperationException">This session was opened to read with, and what it writes would be rolled back.</exception>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => writes
        ? connection.ExecuteAsync(sql, parameters, transaction)
        : throw new InvalidOperationException("This session only reads. Begin one to write with.");

    public Task<T?> OneAsync<T>(string sql, object? parameters = null) => connection.QuerySingleOrDefaultAsync<T>(sql, parameters, transaction);

    public Task<T?> FirstAsync<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefaultAsync<T>(sql, parameters, transaction);

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(sql, parameters, transaction)).AsList();

    /// <summary>Holds every other transaction that asks for the same lock until this one ends. SQLite has one writer anyway.</summary>
    public Task LockAsync(long key) =>
        isPostgres ? ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", new { key }) : Task.CompletedTask;

    public void AfterCommit(Action act) => _afterCommit.Add(act);

    public async Task CommitAsync()
    {
        // A commit is never abandoned half-way: no cancellation here.
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var act in _afterCommit) act();
        _afterCommit.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Closed whatever becomes of the transaction on a connection that broke.
            await using var closed = connection;
            await transaction.DisposeAsync();
        }
        finally
        {
            writer?.Release();
        }
    }
}
