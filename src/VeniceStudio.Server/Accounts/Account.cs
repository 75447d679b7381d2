using System.Security.Claims;

namespace VeniceStudio.Server.Accounts;

/// <summary>Somebody's row. The stamp lies in every session cookie: a new stamp ends every session of the account.</summary>
internal sealed class Account
{
    public const string StampClaim = "stamp";

    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
    public string Name { get; private set; } = "";
    public MemberRole Role { get; private set; }
    public string? PasswordHash { get; private set; }
    public string Stamp { get; private set; } = "";

    /// <summary>Micro-dollars per UTC day; null: the studio's default for members.</summary>
    public long? DailyBudget { get; private set; }
    public bool Local { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }

    public bool Disabled => DisabledAt is not null;

    public static Account New(string email, string name, MemberRole role, string? passwordHash, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Email = Normalise(email),
        Name = name.Trim(),
        Role = role,
        PasswordHash = passwordHash,
        Stamp = Secret.New(),
        CreatedAt = now,
    };

    /// <summary>The person at this computer, when the studio listens to nobody else. Has no password.</summary>
    public static Account OfThisComputer(DateTimeOffset now)
    {
        var account = New("owner@localhost", "Owner", MemberRole.Owner, null, now);
        account.Local = true;
        return account;
    }

    public static string Normalise(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Makes the row of this computer's user an account to sign in with: what they made stays theirs.</summary>
    public void SetUp(string email, string name, string passwordHash)
    {
        Email = Normalise(email);
        Name = name.Trim();
        NewPassword(passwordHash);
    }

    public void NewPassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        Stamp = Secret.New();
    }

    /// <summary>The same password, hashed again in the present strength: sessions go on.</summary>
    public void Rehashed(string passwordHash) => PasswordHash = passwordHash;

    public void Rename(string name) => Name = name.Trim();

    public void BecameLocal() => Local = true;

    /// <summary>Applies what the owner changed. Disabling ends every session; enabling again brings none of them back.</summary>
    public void Change(ChangeMember change, DateTimeOffset now)
    {
        Role = change.Role ?? Role;
        if (change.DailyBudget is { } budget) DailyBudget = budget;
        if (change.UseDefaultBudget is true) DailyBudget = null;
        if (change.Disabled is true && !Disabled)
        {
            DisabledAt = now;
            Stamp = Secret.New();
        }
        if (change.Disabled is false) DisabledAt = null;
    }

    public ClaimsPrincipal ToPrincipal(string door) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, Id.ToString()),
            new Claim(ClaimTypes.Name, Name),
            new Claim(ClaimTypes.Role, Role.ToString()),
            new Claim(StampClaim, Stamp),
        ],
        door));

    public AccountView ToView(bool local) => new(Id, Email, Name, Role, local);

    public MemberView ToMemberView() => new(Id, Email, Name, Role, DailyBudget, CreatedAt, Disabled);
}
