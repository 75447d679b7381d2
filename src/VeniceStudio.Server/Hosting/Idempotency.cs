using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Hosting;

/// <summary>One click, one order: what a key was answered is kept in the transaction that did the work, and given again.</summary>
public static class Idempotency
{
    public const string Header = "Idempotency-Key";

    /// <summary>Answers older than this are forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    public static bool IsUsable(string? key) => key is { Length: >= 8 and <= 100 };

    public static Task<Answer?> AnsweredAsync(this DbSession session, Guid account, string route, string key) => session.OneAsync<Answer>(
        "SELECT body_hash, answer AS text FROM idempotency WHERE account_id = @account AND route = @route AND key = @key", new { account, route, key });

    public static async Task RememberAsync(this DbSession session, Guid account, string route, string key, string bodyHash, string text)
    {
        await session.ExecuteAsync("DELETE FROM idempotency WHERE created_at < @before", new { before = session.Now - Kept });
        await session.ExecuteAsync(
            """
            INSERT INTO idempotency (account_id, route, key, body_hash, answer, created_at)
            VALUES (@account, @route, @key, @bodyHash, @text, @Now)
            """, new { account, route, key, bodyHash, text, session.Now });
    }

    public sealed class Answer
    {
        public string BodyHash { get; init; } = "";
        public string Text { get; init; } = "";
    }
}
