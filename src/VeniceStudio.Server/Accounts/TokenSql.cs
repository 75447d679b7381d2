using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Accounts;

internal static class TokenSql
{
    public static Task<ScriptToken?> TokenByHashAsync(this DbSession session, string hash) =>
        session.OneAsync<ScriptToken>("SELECT * FROM tokens WHERE hash = @hash AND revoked_at IS NULL", new { hash });

    public static Task<IReadOnlyList<ScriptToken>> TokensOfAsync(this DbSession session, Guid accountId) => session.ListAsync<ScriptToken>(
        "SELECT * FROM tokens WHERE account_id = @accountId AND revoked_at IS NULL ORDER BY created_at, id", new { accountId });

    public static Task InsertAsync(this DbSession session, ScriptToken token) => session.ExecuteAsync(
        "INSERT INTO tokens (id, account_id, name, prefix, hash, created_at) VALUES (@Id, @AccountId, @Name, @Prefix, @Hash, @CreatedAt)", token);

    public static Task TokenUsedAsync(this DbSession session, Guid id) =>
        session.ExecuteAsync("UPDATE tokens SET last_used_at = @Now WHERE id = @id", new { id, session.Now });

    /// <summary>Revokes a token of this account; false when there is none.</summary>
    public static async Task<bool> RevokeTokenAsync(this DbSession session, Guid accountId, Guid id) => await session.ExecuteAsync(
        "UPDATE tokens SET revoked_at = @Now WHERE id = @id AND account_id = @accountId AND revoked_at IS NULL",
        new { id, accountId, session.Now }) == 1;
}
