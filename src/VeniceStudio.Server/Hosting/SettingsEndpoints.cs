using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;

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

    internal static Task<Ok<SettingsView>> SettingsAsync() => throw new NotImplementedException();
    internal static Task<Ok<VeniceStatusView>> VeniceAsync() => throw new NotImplementedException();
    internal static Task<Results<Ok<SettingsView>, ProblemHttpResult>> ChangeAsync(Member member, ChangeSettings body) => throw new NotImplementedException();
}
