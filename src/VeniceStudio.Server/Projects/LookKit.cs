using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Projects;

/// <summary>The row of a look under a name.</summary>
public sealed class LookKit
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public string Name { get; init; } = "";
    public string Look { get; init; } = "{}";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    public LookKit With(string name, Look look, DateTimeOffset now) => new()
    {
        Id = Id, AccountId = AccountId, Name = name, Look = ProjectJson.Write(look), CreatedAt = CreatedAt, UpdatedAt = now,
    };

    public LookKitView ToView() => new(Id, Name, ProjectJson.Read<Look>(Look), UpdatedAt);
}

internal static class LookSql
{
    public static Task<IReadOnlyList<LookKit>> LooksAsync(this DbSession session, Guid account) =>
        session.ListAsync<LookKit>("SELECT * FROM looks WHERE account_id = @account ORDER BY updated_at DESC, id DESC", new { account });

    public static Task<LookKit?> LookOfAsync(this DbSession session, Guid account, Guid id) =>
        session.OneAsync<LookKit>("SELECT * FROM looks WHERE id = @id AND account_id = @account", new { id, account });

    public static Task InsertLookAsync(this DbSession session, LookKit kit) => session.ExecuteAsync(
        "INSERT INTO looks (id, account_id, name, look, created_at, updated_at) VALUES (@Id, @AccountId, @Name, @Look, @CreatedAt, @UpdatedAt)", kit);

    public static Task UpdateLookAsync(this DbSession session, LookKit kit) =>
        session.ExecuteAsync("UPDATE looks SET name = @Name, look = @Look, updated_at = @UpdatedAt WHERE id = @Id", kit);

    public static async Task DeleteLookAsync(this DbSession session, Guid id)
    {
        await session.ExecuteAsync("DELETE FROM looks WHERE id = @id", new { id });
        await session.ExecuteAsync("DELETE FROM kept_media WHERE holder_id = @id", new { id });
    }
}
