using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Library;

public static class LibraryEndpoints
{
    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        var library = routes.MapGroup("/api").WithTags("Library").RequireAuthorization();
        library.MapGet("/media/{id:guid}", MediaAsync);
        library.MapGet("/media/{id:guid}/poster", PosterAsync);
        library.MapPost("/uploads/images", UploadImageAsync);
        library.MapPost("/uploads/audio", UploadAudioAsync);
        library.MapGet("/clips/zip", ZipAsync);
        library.MapGet("/library/usage", UsageAsync);
        library.MapPost("/library/reclaim", ReclaimAsync);
    }

    internal static Task<IResult> MediaAsync(Member member, Guid id, bool? download) => throw new NotImplementedException();
    internal static Task<IResult> PosterAsync(Member member, Guid id) => throw new NotImplementedException();
    internal static Task<Results<Created<MediaView>, ProblemHttpResult>> UploadImageAsync(Member member, IFormFile file) => throw new NotImplementedException();
    internal static Task<Results<Created<MediaView>, ProblemHttpResult>> UploadAudioAsync(Member member, IFormFile file, double? start, double? length) => throw new NotImplementedException();
    internal static Task<IResult> ZipAsync(Member member, Guid[] ids) => throw new NotImplementedException();
    internal static Task<Ok<LibraryUsageView>> UsageAsync(Member member) => throw new NotImplementedException();
    internal static Task<Ok<ReclaimedView>> ReclaimAsync(Member member, ReclaimSpace body) => throw new NotImplementedException();
}
