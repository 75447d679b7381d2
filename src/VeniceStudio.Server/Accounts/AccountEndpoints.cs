using Microsoft.AspNetCore.Http.HttpResults;

namespace VeniceStudio.Server.Accounts;

public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/api").WithTags("Accounts").AllowAnonymous();
        open.MapGet("/session", Session);
        open.MapPost("/session", SignInAsync);
        open.MapDelete("/session", SignOutAsync);
        open.MapPost("/setup", SetUpAsync);
        open.MapPost("/invitations/open", OpenInvitationAsync);
        open.MapPost("/invitations/accept", AcceptInvitationAsync);

        var own = routes.MapGroup("/api").WithTags("Accounts").RequireAuthorization();
        own.MapPut("/account/password", ChangePasswordAsync);
        own.MapPut("/account/name", ChangeNameAsync);
        own.MapGet("/tokens", TokensAsync);
        own.MapPost("/tokens", CreateTokenAsync);
        own.MapDelete("/tokens/{id:guid}", RevokeTokenAsync);

        var owner = routes.MapGroup("/api").WithTags("Members").RequireAuthorization("owner");
        owner.MapGet("/members", MembersAsync);
        owner.MapPatch("/members/{id:guid}", ChangeMemberAsync);
        owner.MapGet("/invitations", InvitationsAsync);
        owner.MapPost("/invitations", InviteAsync);
        owner.MapDelete("/invitations/{id:guid}", WithdrawInvitationAsync);
    }

    internal static Task<Ok<SessionView>> Session() => throw new NotImplementedException();
    internal static Task<Results<Ok<SessionView>, ProblemHttpResult>> SignInAsync(SignIn body) => throw new NotImplementedException();
    internal static Task<NoContent> SignOutAsync() => throw new NotImplementedException();
    internal static Task<Results<Ok<SessionView>, ProblemHttpResult>> SetUpAsync(SetUpStudio body) => throw new NotImplementedException();
    internal static Task<Results<Ok<InvitationOfferView>, ProblemHttpResult>> OpenInvitationAsync(OpenInvitation body) => throw new NotImplementedException();
    internal static Task<Results<Ok<SessionView>, ProblemHttpResult>> AcceptInvitationAsync(AcceptInvitation body) => throw new NotImplementedException();
    internal static Task<Results<NoContent, ProblemHttpResult>> ChangePasswordAsync(Member member, ChangePassword body) => throw new NotImplementedException();
    internal static Task<Ok<AccountView>> ChangeNameAsync(Member member, ChangeName body) => throw new NotImplementedException();
    internal static Task<Ok<IReadOnlyList<TokenView>>> TokensAsync(Member member) => throw new NotImplementedException();
    internal static Task<Ok<NewTokenView>> CreateTokenAsync(Member member, CreateToken body) => throw new NotImplementedException();
    internal static Task<Results<NoContent, NotFound>> RevokeTokenAsync(Member member, Guid id) => throw new NotImplementedException();
    internal static Task<Ok<IReadOnlyList<MemberView>>> MembersAsync() => throw new NotImplementedException();
    internal static Task<Results<Ok<MemberView>, NotFound, ProblemHttpResult>> ChangeMemberAsync(Member member, Guid id, ChangeMember body) => throw new NotImplementedException();
    internal static Task<Ok<IReadOnlyList<InvitationView>>> InvitationsAsync() => throw new NotImplementedException();
    internal static Task<Results<Ok<NewInvitationView>, ProblemHttpResult>> InviteAsync(Member member, InviteMember body) => throw new NotImplementedException();
    internal static Task<Results<NoContent, NotFound>> WithdrawInvitationAsync(Guid id) => throw new NotImplementedException();
}
