using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

public static class LibraryEndpoints
{
    private const int MostInZip = 200;

    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        var library = routes.MapGroup("/api").WithTags("Library").RequireAuthorization();
        library.MapMethods("/media/{id:guid}", ["GET", "HEAD"], MediaAsync).WithMetadata(new NeverCompressed());
        library.MapMethods("/media/{id:guid}/poster", ["GET", "HEAD"], PosterAsync).WithMetadata(new NeverCompressed());
        library.MapPost("/uploads/images", UploadImageAsync).WithMetadata(new UploadBody.Mark());
        library.MapPost("/uploads/audio", UploadAudioAsync).WithMetadata(new UploadBody.Mark());
        library.MapGet("/clips/zip", ZipAsync).WithMetadata(new NeverCompressed());
        library.MapGet("/library/usage", UsageAsync);
        library.MapPost("/library/reclaim", ReclaimAsync);
    }

    /// <summary>The file itself, whole or in ranges; with <c>download=true</c> to be saved under its name.</summary>
    internal static async Task<IResult> MediaAsync(Member member, Guid id, bool? download, StudioDb db, MediaStore store, CancellationToken ct)
    {
        if (await OneAsync(db, member, id, ct) is not { } media) return TypedResults.NotFound();
        return await store.AnswerAsync(media, ct) with { SaveAs = download == true ? CleanName.ForFile(media.Name, media.Extension) : null };
    }

    /// <summary>A still picture of a video (JPEG).</summary>
    internal static async Task<IResult> PosterAsync(Member member, Guid id, StudioDb db, MediaStore store, CancellationToken ct) =>
        await OneAsync(db, member, id, ct) is { HasPoster: true } media
            ? await store.PosterAnswerAsync(media, ct)
            : TypedResults.NotFound();

    /// <summary>Takes a PNG, JPEG or WebP picture; it is stored as a JPEG inside the limits of Venice's models.</summary>
    internal static Task<Results<Created<MediaView>, ProblemHttpResult>> UploadImageAsync(
        Member member, HttpRequest request, Uploads uploads, CancellationToken ct) => uploads.TakeImageAsync(member, request, ct);

    /// <summary>Takes an MP3, WAV, FLAC, M4A or OGG and keeps a stretch of it: from <c>start</c>, <c>length</c> seconds, at most 30.</summary>
    internal static async Task<Results<Created<MediaView>, ProblemHttpResult>> UploadAudioAsync(
        Member member, HttpRequest request, double? start, double? length, Uploads uploads, CancellationToken ct)
    {
        if (start is not (null or (>= 0 and < 86_400))) return Problems.Bad("start", "The start takes seconds from 0 on.");
        if (length is not (null or (>= 1 and <= 30))) return Problems.Bad("length", "The length takes 1 to 30 seconds: that is what Venice listens to.");
        return await uploads.TakeAudioAsync(member, request, start ?? 0, length, ct);
    }

    /// <summary>Several finished clips as one ZIP.</summary>
    internal static async Task<IResult> ZipAsync(Member member, Guid[] ids, StudioDb db, MediaStore store, TimeProvider time, CancellationToken ct)
    {
        if (ids.Length > MostInZip) return Problems.Bad("ids", $"At most {MostInZip} clips fit into one ZIP. Choose fewer.");
        await using var session = await db.ReadAsync(ct);
        var files = ids.Length == 0 ? [] : await session.ResultsOfAsync(member.Id, ids);
        if (files.Count == 0) return Problems.Of(404, "not-found", "None of these clips is finished and yours. Choose clips that show a picture.");
        var names = ClipZip.NamesOf(files);
        return new ClipZip(store, [.. files.Zip(names)], $"clips-{time.GetUtcNow():yyyy-MM-dd}.zip");
    }

    /// <summary>Disk use: a member's own, or the whole studio's for an owner. What a reclaim would free is always one's own.</summary>
    internal static async Task<Ok<LibraryUsageView>> UsageAsync(Member member, StudioDb db, MediaStore store, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        var sums = (await session.SumsAsync(member.IsOwner ? null : member.Id)).ToDictionary(sum => sum.Kind);
        var unused = await session.UnusedAsync(member.Id, session.Now - Reclaim.Grace);
        return TypedResults.Ok(new LibraryUsageView(
            Bytes(MediaKind.Video), Files(MediaKind.Video), Bytes(MediaKind.Image), Files(MediaKind.Image), Bytes(MediaKind.Audio), Files(MediaKind.Audio),
            store.FreeBytes(), unused.Sum(file => file.Bytes), unused.Count));

        long Bytes(MediaKind kind) => sums.GetValueOrDefault(kind)?.Bytes ?? 0;
        int Files(MediaKind kind) => (int)(sums.GetValueOrDefault(kind)?.Files ?? 0);
    }

    /// <summary>Deletes one's own unused uploads and, when asked, one's own finished clips older than a number of days.</summary>
    internal static async Task<Ok<ReclaimedView>> ReclaimAsync(Member member, ReclaimSpace body, Reclaim reclaim, CancellationToken ct) =>
        TypedResults.Ok(await reclaim.OfAccountAsync(member.Id, body.Unused, body.ClipsOlderThanDays, ct));

    private static async Task<MediaFile?> OneAsync(StudioDb db, Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.MediaOfAsync(member.Id, id);
    }
}
