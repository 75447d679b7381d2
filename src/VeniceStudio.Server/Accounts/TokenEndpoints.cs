using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

internal static class TokenEndpoints
{
    internal static async Task<Ok<IReadOnlyList<TokenView>>> TokensAsync(Member member, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        var tokens = await session.TokensOfAsync(member.Id);
        return TypedResults.Ok<IReadOnlyList<TokenView>>([.. tokens.Select(token => token.ToView())]);
    }

    /// <summary>Makes a bearer token for scripts. Its secret is in this answer and nowhere else, ever.</summary>
    internal static async Task<Results<Ok<NewTokenView>, ProblemHttpResult>> CreateTokenAsync(
        Member member, CreateToken body, HttpContext context, StudioDb db, CancellationToken ct)
    {
        // A token that leaked must not be able to outlive its revocation in children of its own.
        if (context.User.Identity?.AuthenticationType == Door.Token)
        {
            return Problems.Of(403, "needs-a-browser", "A token cannot make tokens. Sign in with a browser and make one under Settings.");
        }
        var secret = Secret.New(Secret.TokenPrefix);
        await using var session = await db.BeginAsync(ct);
        var token = ScriptToken.New(member.Id, body.Name, secret, session.Now);
        await session.InsertAsync(token);
        await session.CommitAsync();
        return TypedResults.Ok(new NewTokenView(token.ToView(), secret));
    }

    internal static async Task<Results<NoContent, NotFound>> RevokeTokenAsync(Member member, Guid id, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (!await session.RevokeTokenAsync(member.Id, id)) return TypedResults.NotFound();
        await session.CommitAsync();
        return TypedResults.NoContent();
    }
}
