using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Accounts;

internal static class AccountSql
{
    /// <summary>Held by whoever counts owners before changing one: two changes at once must not leave the studio without an owner.</summary>
    private const long OwnersLock = 7_309_010;

    public static Task LockOwnersAsync(this DbSession session) => session.LockAsync(OwnersLock);

    public static Task<Account?> AccountAsync(this DbSession session, Guid id) =>
        session.OneAsync<Account>("SELECT * FROM accounts WHERE id = @id", new { id });

    public static Task<Account?> AccountByEmailAsync(this DbSession session, string email) =>
        session.OneAsync<Account>("SELECT * FROM accounts WHERE email = @email", new { email });

    public static Task<Account?> LocalAccountAsync(this DbSession session) =>
        session.FirstAsync<Account>("SELECT * FROM accounts WHERE local = TRUE AND disabled_at IS NULL ORDER BY created_at, id");

    public static Task<Account?> FirstOwnerAsync(this DbSession session) => session.FirstAsync<Account>(
        "SELECT * FROM accounts WHERE role = @Owner AND disabled_at IS NULL ORDER BY created_at, id", new { MemberRole.Owner });

    public static Task<IReadOnlyList<Account>> AccountsAsync(this DbSession session) =>
        session.ListAsync<Account>("SELECT * FROM accounts ORDER BY created_at, id");

    /// <summary>Whether anybody can sign in with a password: until then the studio waits for its first owner.</summary>
    public static async Task<bool> IsSetUpAsync(this DbSession session) =>
        await session.OneAsync<long>("SELECT COUNT(*) FROM accounts WHERE password_hash IS NOT NULL") > 0;

    /// <summary>How many owners there would be without this one. On a server only those count who can sign in with a password.</summary>
    public static Task<long> OtherOwnersAsync(this DbSession session, Guid id, bool withPasswordOnly) => session.OneAsync<long>(
        """
        SELECT COUNT(*) FROM accounts
        WHERE role = @Owner AND disabled_at IS NULL AND id <> @id AND (password_hash IS NOT NULL OR @withPasswordOnly = FALSE)
        """, new { MemberRole.Owner, id, withPasswordOnly });

    public static Task InsertAsync(this DbSession session, Account account) => session.ExecuteAsync(
        """
        INSERT INTO accounts (id, email, name, role, password_hash, stamp, daily_budget, local, created_at, disabled_at)
        VALUES (@Id, @Email, @Name, @Role, @PasswordHash, @Stamp, @DailyBudget, @Local, @CreatedAt, @DisabledAt)
        """, account);

    public static Task UpdateAsync(this DbSession session, Account account) => session.ExecuteAsync(
        """
        UPDATE accounts SET email = @Email, name = @Name, role = @Role, password_hash = @PasswordHash, stamp = @Stamp,
            daily_budget = @DailyBudget, local = @Local, disabled_at = @DisabledAt
        WHERE id = @Id
        """, account);

    /// <summary>Stores a stronger hash, unless the password was changed meanwhile.</summary>
    public static Task RehashAsync(this DbSession session, Account account) => session.ExecuteAsync(
        "UPDATE accounts SET password_hash = @PasswordHash WHERE id = @Id AND stamp = @Stamp", account);
}
