using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

internal static class SetupEndpoints
{
    /// <summary>Makes the first owner, for whoever holds the code that the studio printed when it started. Works once.</summary>
    internal static async Task<Results<Ok<SessionView>, ProblemHttpResult>> SetUpAsync(
        SetUpStudio body, HttpContext context, StudioDb db, StudioOptions options, Passwords passwords, SignInThrottle throttle,
        CancellationToken ct)
    {
        var keys = SignInThrottle.KeysOf(context, "set-up");
        if (throttle.Begin(keys) is { } wait) return SessionEndpoints.TooSoon(wait);

        await using (var reader = await db.ReadAsync(ct))
        {
            if (await reader.IsSetUpAsync()) return AlreadyDone();
            if (!await reader.SetupCodeFitsAsync(body.Code)) return WrongCode();
        }
        throttle.Succeeded(keys);
        var hash = await passwords.HashAsync(body.Password, ct);

        Account owner;
        await using (var session = await db.BeginAsync(ct))
        {
            await session.LockOwnersAsync();
            if (await session.IsSetUpAsync()) return AlreadyDone();
            if (!await session.SetupCodeFitsAsync(body.Code)) return WrongCode();
            owner = await FirstOwner.InsertAsync(session, body.Email, body.Name, hash);
            await session.CommitAsync();
        }
        return TypedResults.Ok(await SessionEndpoints.EnterAsync(context, owner, options));
    }

    private static ProblemHttpResult WrongCode() => Problems.Bad(
        "code", "That is not the set-up code. It stands in what the studio printed when it last started; a new start prints a new one.");

    private static ProblemHttpResult AlreadyDone() =>
        Problems.Of(409, "already-set-up", "This studio has its owner already. Sign in instead.");
}
