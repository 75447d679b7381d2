namespace VeniceStudio.Server.Accounts;

/// <summary>An open door for one person: works once, for seven days. Its secret travels in a link and is kept only as a hash.</summary>
internal sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
    public MemberRole Role { get; private set; }
    public string TokenHash { get; private set; } = "";
    public Guid InvitedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    public static Invitation New(string email, MemberRole role, string token, Guid invitedBy, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Email = Account.Normalise(email),
        Role = role,
        TokenHash = Secret.HashOf(token),
        InvitedBy = invitedBy,
        CreatedAt = now,
        ExpiresAt = now + Lifetime,
    };

    public InvitationView ToView() => new(Id, Email, Role, CreatedAt, ExpiresAt);
}
