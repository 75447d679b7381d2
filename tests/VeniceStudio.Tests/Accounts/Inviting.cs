using System.Net;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Tests.Accounts;

public abstract class Inviting(StudioApp studio)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_lets_one_person_in_and_keeps_only_a_hash_of_its_secret()
    {
        using var owner = await studio.OwnerAsync();
        var (_, token, email) = await InviteAsync(owner);
        using var guest = studio.NewBrowser();

        var offer = await guest.PostAsync("/api/invitations/open", new { token }).OkAsync();
        Assert.Equal(email, offer.Text("email"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => studio.NewBrowser().PostAsync("/api/invitations/accept", Answer(token))));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        await guest.PostAsync("/api/invitations/open", new { token }).ProblemAsync(HttpStatusCode.NotFound, "invitation-gone");
        await using var reader = await studio.Db.ReadAsync(Ct);
        var hash = await reader.OneAsync<string>("SELECT token_hash FROM invitations WHERE email = @email", new { email });
        Assert.DoesNotContain(token, hash, StringComparison.Ordinal);
        Assert.Equal(MemberRole.Member, (await reader.AccountByEmailAsync(email))!.Role);
    }

    [Fact]
    public async Task A_withdrawn_invitation_opens_nothing()
    {
        using var owner = await studio.OwnerAsync();
        var (id, token, _) = await InviteAsync(owner);
        await owner.Client.DeleteAsync($"/api/invitations/{id}", Ct).OkAsync();
        using var guest = studio.NewBrowser();
        await guest.PostAsync("/api/invitations/accept", Answer(token)).ProblemAsync(HttpStatusCode.NotFound, "invitation-gone");
    }

    [Fact]
    public async Task Inviting_again_replaces_the_first_invitation()
    {
        using var owner = await studio.OwnerAsync();
        var (_, first, email) = await InviteAsync(owner);
        await InviteAsync(owner, email);
        using var guest = studio.NewBrowser();
        await guest.PostAsync("/api/invitations/open", new { token = first }).ProblemAsync(HttpStatusCode.NotFound, "invitation-gone");
        var open = await owner.Client.GetAsync("/api/invitations", Ct).OkAsync();
        Assert.Single(open.EnumerateArray(), invitation => invitation.Text("email") == email);
    }

    [Fact]
    public async Task Somebody_who_has_an_account_is_not_invited()
    {
        using var owner = await studio.OwnerAsync();
        using var member = await studio.MemberAsync();
        await owner.Client.PostAsync("/api/invitations", new { email = member.Email, role = "member" }).ProblemAsync(HttpStatusCode.Conflict, "already-a-member");
    }

    [Fact]
    public async Task An_invitation_says_which_role_it_gives()
    {
        using var owner = await studio.OwnerAsync();
        var problem = await owner.Client.PostAsync("/api/invitations", new { email = "no-role@example.com" }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("role", problem.Text("field"));
        problem = await owner.Client.PostAsync("/api/invitations", new { email = "no-role@example.com", role = "king" }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("role", problem.Text("field"));
    }

    [Fact]
    public async Task After_seven_days_an_invitation_has_run_out()
    {
        using var owner = await studio.OwnerAsync();
        var (_, token, email) = await InviteAsync(owner);
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("UPDATE invitations SET expires_at = @Now WHERE email = @email", new { email, session.Now });
            await session.CommitAsync();
        }
        using var guest = studio.NewBrowser();
        await guest.PostAsync("/api/invitations/accept", Answer(token)).ProblemAsync(HttpStatusCode.NotFound, "invitation-gone");
        Assert.Equal(TimeSpan.FromDays(7), Invitation.Lifetime);
    }

    private static object Answer(string token) => new { token, name = "Guest", password = "a long password" };

    private static async Task<(string Id, string Token, string Email)> InviteAsync(SignedIn owner, string? email = null)
    {
        email ??= $"{Guid.NewGuid():N}@example.com";
        var made = await owner.Client.PostAsync("/api/invitations", new { email, role = "member" }).OkAsync();
        return (made.GetProperty("invitation").Text("id")!, made.Text("token")!, email);
    }
}

public sealed class InvitingOnSqlite(SqliteStudio studio) : Inviting(studio), IClassFixture<SqliteStudio>;

public sealed class InvitingOnPostgres(PostgresStudio studio) : Inviting(studio), IClassFixture<PostgresStudio>;
