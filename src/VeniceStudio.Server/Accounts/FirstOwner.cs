using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

/// <summary>Before the studio listens: makes the owner that the settings name, or prints the code with which the first visitor becomes it.</summary>
internal sealed partial class FirstOwner(StudioDb db, StudioOptions options, Passwords passwords, ILogger<FirstOwner> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var reader = await db.ReadAsync(cancellationToken))
        {
            if (await reader.IsSetUpAsync()) return;
        }
        if (options is { OwnerEmail: { } email, OwnerPassword: { } password }) await MakeAsync(email, password, cancellationToken);
        else if (!options.LoopbackOnly) await AskAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes the first owner and forgets the code. A row that this computer's user already has becomes theirs to sign in with.</summary>
    internal static async Task<Account> InsertAsync(DbSession session, string email, string name, string passwordHash)
    {
        await session.ForgetSetupCodeAsync();
        if (await session.LocalAccountAsync() is { } local)
        {
            local.SetUp(email, name, passwordHash);
            await session.UpdateAsync(local);
            return local;
        }
        var owner = Account.New(email, name, MemberRole.Owner, passwordHash, session.Now);
        await session.InsertAsync(owner);
        return owner;
    }

    private async Task MakeAsync(string email, string password, CancellationToken ct)
    {
        var hash = await passwords.HashAsync(password, ct);
        await using var session = await db.BeginAsync(ct);
        await session.LockOwnersAsync();
        if (await session.IsSetUpAsync()) return;
        await InsertAsync(session, email, email.Split('@')[0], hash);
        await session.CommitAsync();
        Made(log, email);
    }

    private async Task AskAsync(CancellationToken ct)
    {
        var code = SetupCode.New();
        await using var session = await db.BeginAsync(ct);
        await session.LockOwnersAsync();
        await session.SaveSetupCodeAsync(code);
        await session.CommitAsync();
        Ask(log, code);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The studio's first owner is {Email}, as the settings say.")]
    private static partial void Made(ILogger log, string email);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This studio has no owner yet. Open it in a browser and enter this set-up code: {Code}")]
    private static partial void Ask(ILogger log, string code);
}
