using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Catalog;

public static class CatalogEndpoints
{
    public static void AddCatalog(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<VideoCatalog>();
        builder.Services.AddSingleton<PriceBook>();
    }

    public static void MapCatalog(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.MapGroup("/api/catalog").WithTags("Catalog").RequireAuthorization();
        catalog.MapGet("/video-models", VideoModelsAsync);
        catalog.MapGet("/price-hints", PriceHintsAsync);
    }

    /// <summary>Venice's video models with exactly what each accepts.</summary>
    internal static async Task<Results<Ok<IReadOnlyList<VideoModelView>>, ProblemHttpResult>> VideoModelsAsync(
        Member member, VideoCatalog catalog, CancellationToken ct)
    {
        try
        {
            IReadOnlyList<VideoModelView> views = [.. (await catalog.VideoModelsAsync(ct)).Select(model => model.View)];
            return TypedResults.Ok(views);
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    /// <summary>What the shortest plain clip of each model costs; more of them arrive with the next <c>catalog</c> event.</summary>
    internal static async Task<Results<Ok<IReadOnlyList<PriceHintView>>, ProblemHttpResult>> PriceHintsAsync(
        Member member, PriceBook prices, CancellationToken ct)
    {
        try
        {
            return TypedResults.Ok(await prices.HintsAsync(ct));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }
}
