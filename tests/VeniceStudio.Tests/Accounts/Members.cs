using System.Net;

namespace VeniceStudio.Tests.Accounts;

/// <summary>Each has a studio of its own: it matters who the owners are.</summary>
public abstract class Members
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract StudioApp NewStudio();

    [Fact]
    public async Task The_last_owner_can_neither_be_switched_off_nor_made_a_member()
    {
        await using var studio = NewStudio();
        await studio.InitializeAsync();
        using var owner = await studio.OwnerAsync();
        foreach (var change in new object[] { new { disabled = true }, new { role = "member" } })
        {
            await owner.Client.PatchAsync($"/api/members/{owner.Id}", change).ProblemAsync(HttpStatusCode.Conflict, "last-owner");
        }
        await owner.Client.GetAsync("/api/members", Ct).OkAsync();
    }

    [Fact]
    public async Task Two_owners_who_step_down_at_once_leave_one()
    {
        await using var studio = NewStudio();
        await studio.InitializeAsync();
        var one = await studio.GivenAnAccountAsync(Server.Accounts.MemberRole.Owner, "One", "a long password");
        var two = await studio.GivenAnAccountAsync(Server.Accounts.MemberRole.Owner, "Two", "a long password");
        using var owner = await studio.OwnerAsync();   // has no password, so does not count on a server

        var answers = await Task.WhenAll(
            owner.Client.PatchAsync($"/api/members/{one.Id}", new { role = "member" }),
            owner.Client.PatchAsync($"/api/members/{two.Id}", new { disabled = true }));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_member_who_is_switched_off_is_out_at_once_with_cookie_and_token()
    {
        await using var studio = NewStudio();
        await studio.InitializeAsync();
        using var owner = await studio.OwnerAsync();
        using var member = await studio.MemberAsync();
        using var script = await studio.WithTokenAsync(member.Id);
        await script.GetAsync("/api/tokens", Ct).OkAsync();

        await owner.Client.PatchAsync($"/api/members/{member.Id}", new { disabled = true }).OkAsync();

        await member.Client.GetAsync("/api/tokens", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        await script.GetAsync("/api/tokens", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        await owner.Client.PatchAsync($"/api/members/{member.Id}", new { disabled = false }).OkAsync();
        await member.Client.GetAsync("/api/tokens", Ct).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
    }

    [Fact]
    public async Task A_new_role_and_budget_count_from_the_next_request()
    {
        await using var studio = NewStudio();
        await studio.InitializeAsync();
        using var owner = await studio.OwnerAsync();
        using var member = await studio.MemberAsync();
        await member.Client.GetAsync("/api/members", Ct).ProblemAsync(HttpStatusCode.Forbidden, "owners-only");

        var view = await owner.Client.PatchAsync($"/api/members/{member.Id}", new { role = "owner", dailyBudget = 5_000_000 }).OkAsync();
        Assert.Equal(5_000_000, view.GetProperty("dailyBudget").GetInt64());
        await member.Client.GetAsync("/api/members", Ct).OkAsync();

        view = await member.Client.PatchAsync($"/api/members/{member.Id}", new { useDefaultBudget = true }).OkAsync();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, view.GetProperty("dailyBudget").ValueKind);
    }
}

public sealed class MembersOnSqlite : Members
{
    protected override StudioApp NewStudio() => new SqliteStudio();
}

public sealed class MembersOnPostgres : Members
{
    protected override StudioApp NewStudio() => new PostgresStudio();
}
