using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/api").WithTags("Accounts").AllowAnonymous();
        open.MapGet("/session", SessionEndpoints.Session);
        open.MapPost("/session", SessionEndpoints.SignInAsync);
        open.MapDelete("/session", (Delegate)SessionEndpoints.SignOutAsync);
        open.MapPost("/setup", SetupEndpoints.SetUpAsync);
        open.MapPost("/invitations/open", InvitationEndpoints.OpenInvitationAsync);
        open.MapPost("/invitations/accept", InvitationEndpoints.AcceptInvitationAsync);

        var own = routes.MapGroup("/api").WithTags("Accounts").RequireAuthorization();
        own.MapPut("/account/password", OwnAccountEndpoints.ChangePasswordAsync);
        own.MapPut("/account/name", OwnAccountEndpoints.ChangeNameAsync);
        own.MapGet("/tokens", TokenEndpoints.TokensAsync);
        own.MapPost("/tokens", TokenEndpoints.CreateTokenAsync).WithMetadata(CarriesASecret.Once);
        own.MapDelete("/tokens/{id:guid}", TokenEndpoints.RevokeTokenAsync);

        var owner = routes.MapGroup("/api").WithTags("Members").RequireAuthorization("owner");
        owner.MapGet("/members", MemberEndpoints.MembersAsync);
        owner.MapPatch("/members/{id:guid}", MemberEndpoints.ChangeMemberAsync);
        owner.MapGet("/invitations", InvitationEndpoints.InvitationsAsync);
        owner.MapPost("/invitations", InvitationEndpoints.InviteAsync).WithMetadata(CarriesASecret.Once);
        owner.MapDelete("/invitations/{id:guid}", InvitationEndpoints.WithdrawInvitationAsync);
    }
}
