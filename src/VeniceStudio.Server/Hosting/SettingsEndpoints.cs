using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;

namespace VeniceStudio.Server.Hosting;

public static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        var settings = routes.MapGroup("/api").WithTags("Settings").RequireAuthorization();
        settings.MapGet("/settings", SettingsAsync);
        settings.MapGet("/venice", VeniceAsync);
        settings.MapPut("/settings", ChangeAsync).RequireAuthorization("owner");
    }

    internal static async Task<Ok<SettingsView>> SettingsAsync(Member member, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok(await session.SettingsAsync());
    }

    /// <summary>How the studio stands with Venice: the key's state (never the key), the balance, and whether Venice answers.</summary>
    internal static async Task<Ok<VeniceStatusView>> VeniceAsync(Member member, VeniceStanding standing, CancellationToken ct) =>
        TypedResults.Ok(await standing.ViewAsync(ct));

    internal static async Task<Results<Ok<SettingsView>, ProblemHttpResult>> ChangeAsync(
        Member member, ChangeSettings body, StudioDb db, VideoCatalog catalog, IStudioEvents events, CancellationToken ct)
    {
        if (body.DefaultModel is { } model && await catalog.FindAsync(model, ct) is null)
        {
            return Problems.Bad("defaultModel", "Venice has no video model of that name at the moment. Choose one from the list.");
        }
        var settings = new SettingsView(
            body.StudioDailyBudget, body.MemberDailyBudget, body.PriceTolerancePercent, body.CleanUpByDefault, body.DefaultModel, body.KeepClipsDays);
        await using var session = await db.BeginAsync(ct);
        await session.KeepSettingsAsync(settings);
        session.AfterCommit(() => { events.Publish(new Changed("settings")); events.Publish(new Changed("spend")); });
        await session.CommitAsync();
        return TypedResults.Ok(settings);
    }
}
