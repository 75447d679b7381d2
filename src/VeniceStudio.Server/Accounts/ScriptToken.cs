namespace VeniceStudio.Server.Accounts;

/// <summary>A bearer token's row. The secret itself is nowhere in the studio; its first letters help to tell tokens apart.</summary>
internal sealed class ScriptToken
{
    private const int ShownLetters = 8;

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public string Name { get; private set; } = "";
    public string Prefix { get; private set; } = "";
    public string Hash { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static ScriptToken New(Guid accountId, string name, string secret, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        AccountId = accountId,
        Name = name.Trim(),
        Prefix = secret[..ShownLetters],
        Hash = Secret.HashOf(secret),
        CreatedAt = now,
    };

    public TokenView ToView() => new(Id, Name, Prefix, CreatedAt, LastUsedAt);
}
