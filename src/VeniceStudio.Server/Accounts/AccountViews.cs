using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Accounts;

public enum SessionState
{
    Setup,
    SignedOut,
    SignedIn,
}

/// <summary>Who is looking, and at what kind of studio. Answered to everybody.</summary>
public sealed record SessionView(SessionState State, AccountView? Account, bool Rehearsal, string Version);

/// <summary>An account. <c>Local</c>: signed in because the studio listens on this computer only.</summary>
public sealed record AccountView(Guid Id, string Email, string Name, MemberRole Role, bool Local);

public sealed record SetUpStudio(
    [Required, StringLength(64)] string Code,
    [Required, EmailAddress(ErrorMessage = AccountRules.Email), StringLength(254)] string Email,
    [Required, StringLength(80, MinimumLength = 1, ErrorMessage = AccountRules.Name)] string Name,
    [Required, StringLength(200, MinimumLength = 10, ErrorMessage = AccountRules.Password)] string Password);

public sealed record SignIn(
    [Required, StringLength(254)] string Email,
    [Required, StringLength(200)] string Password);

public sealed record ChangePassword(
    [Required, StringLength(200)] string Current,
    [Required, StringLength(200, MinimumLength = 10, ErrorMessage = AccountRules.Password)] string Next);

public sealed record ChangeName([Required, StringLength(80, MinimumLength = 1, ErrorMessage = AccountRules.Name)] string Name);

/// <summary>A member as the owner sees them. Budgets are micro-dollars per UTC day; null: the studio's default.</summary>
public sealed record MemberView(
    Guid Id, string Email, string Name, MemberRole Role, long? DailyBudget, DateTimeOffset CreatedAt, bool Disabled);

public sealed record ChangeMember(MemberRole? Role, [Range(0, 1_000_000_000_000)] long? DailyBudget, bool? UseDefaultBudget, bool? Disabled);

public sealed record InviteMember([Required, EmailAddress(ErrorMessage = AccountRules.Email), StringLength(254)] string Email, MemberRole Role);

public sealed record InvitationView(Guid Id, string Email, MemberRole Role, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>A new invitation with its secret, which is shown this once. The page builds the link: <c>/join#token</c>.</summary>
public sealed record NewInvitationView(InvitationView Invitation, string Token);

public sealed record OpenInvitation([Required, StringLength(200)] string Token);

/// <summary>What an invited person sees before answering.</summary>
public sealed record InvitationOfferView(string Email, MemberRole Role, string InvitedBy, DateTimeOffset ExpiresAt);

public sealed record AcceptInvitation(
    [Required, StringLength(200)] string Token,
    [Required, StringLength(80, MinimumLength = 1, ErrorMessage = AccountRules.Name)] string Name,
    [Required, StringLength(200, MinimumLength = 10, ErrorMessage = AccountRules.Password)] string Password);

public sealed record TokenView(Guid Id, string Name, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

public sealed record CreateToken([Required, StringLength(80, MinimumLength = 1, ErrorMessage = AccountRules.Name)] string Name);

/// <summary>A new bearer token with its secret, which is shown this once and kept only as a hash.</summary>
public sealed record NewTokenView(TokenView Token, string Secret);

/// <summary>What a form says when an entry does not fit.</summary>
internal static class AccountRules
{
    public const string Password = "A password takes 10 to 200 characters.";
    public const string Email = "That is not an email address. It should look like name@example.com.";
    public const string Name = "A name takes 1 to 80 characters.";
}
