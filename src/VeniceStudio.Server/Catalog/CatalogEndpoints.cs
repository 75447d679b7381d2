using Microsoft.AspNetCore.Http.HttpResults;

namespace VeniceStudio.Server.Catalog;

public static class CatalogEndpoints
{
    public static void MapCatalog(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.MapGroup("/api/catalog").WithTags("Catalog").RequireAuthorization();
        catalog.MapGet("/video-models", VideoModelsAsync);
        catalog.MapGet("/price-hints", PriceHintsAsync);
    }

    internal static Task<Results<Ok<IReadOnlyList<VideoModelView>>, ProblemHttpResult>> VideoModelsAsync() => throw new NotImplementedException();
    internal static Task<Ok<IReadOnlyList<PriceHintView>>> PriceHintsAsync() => throw new NotImplementedException();
}
