using System.IO.Compression;
using System.Text.Json;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard.Stills;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Films;

/// <summary>Writes a project with everything that its film is made of, so that another studio can open it.</summary>
public sealed class ProjectArchive(StudioDb db, MediaStore store)
{
    private const int CopyBytes = 256 * 1024;

    /// <exception cref="MediaException">The project is gone.</exception>
    public async Task WriteAsync(Guid id, string target, IProgress<double> progress, CancellationToken ct)
    {
        var (doc, files) = await ReadAsync(id, ct);
        var part = store.NewTemporary(".zip");
        try
        {
            var (written, all) = (0L, Math.Max(1, files.Sum(file => file.Bytes)));
            await using (var stream = store.Opening(part))
            await using (var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, null, ct))
            {
                await using (var entry = await zip.CreateEntry(ArchiveDoc.EntryName, CompressionLevel.Optimal).OpenAsync(ct))
                    await JsonSerializer.SerializeAsync(entry, doc, ProjectJson.Options, ct);
                foreach (var file in doc.Files)
                {
                    var media = files.First(one => one.Id == file.Id);
                    await AddAsync(zip, file.Entry, await store.LocalAsync(media, ct), ct);
                    if (file.HasPoster) await AddAsync(zip, file.PosterEntry, await store.LocalPosterAsync(media.Id, ct), ct);
                    progress.Report((double)(written += media.Bytes) / all);
                }
            }
            File.Move(part, target, overwrite: true);
        }
        finally
        {
            MediaStore.Forget(part);
        }
    }

    private async Task<(ArchiveDoc Doc, IReadOnlyList<MediaFile> Files)> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectAsync(id) is not { } project || await session.TrackAsync(project.TrackId) is not { } track)
            throw new MediaException("This project is gone, so there is nothing to pack.");
        var docs = project.Read();
        var scene = await session.SceneAsync(project);
        var stills = (await session.StillsAsync(project.AccountId, id)).Where(still => still is { MediaId: not null, ShotId: not null })
            .Select(still => new ArchiveStill(still.ShotId!.Value, still.MediaId!.Value, still.CreatedAt))
            .Concat((await session.GivenStillsAsync(project.AccountId, id)).Select(given => new ArchiveStill(given.ShotId, given.MediaId, given.CreatedAt))).ToList();
        var takes = (await session.TakeClipsAsync(project.AccountId, id)).Where(take => take.Clip is { Status: ClipStatus.Done, Media: not null }).ToList();
        var wanted = docs.MediaIds.Concat(stills.Select(still => still.MediaId)).Concat(takes.Select(take => take.Clip.Media!.Id))
            .Concat(takes.SelectMany(take => ClipOrderBody.InputIds(take.Clip.Settings))).Append(track.MediaId)
            .Concat(scene is null ? [] : scene.Files.Keys).Distinct().ToList();
        var files = (await session.MediaOfAsync(project.AccountId, wanted)).Where(store.Has).ToList();
        var there = files.Select(file => file.Id).ToHashSet();
        if (!there.Contains(track.MediaId)) throw new MediaException("The song's file is gone from the library, so the project cannot be packed. Bring the song again.");
        return (new ArchiveDoc
        {
            Format = ArchiveDoc.FormatName, Version = ArchiveDoc.LatestVersion, Title = project.Title, Budget = project.Budget, Brief = docs.Brief, Look = docs.Look,
            Cast = docs.Cast, Plan = docs.Plan, Board = scene?.Board, Cut = scene?.Cut ?? new Cut(), At = session.Now,
            Song = new ArchiveSong(track.MediaId, track.Title, track.Artist, track.Source, track.Corrections, track.Lyrics, track.LyricsState),
            Takes = [.. takes.Where(take => there.Contains(take.Clip.Media!.Id)).Select(take => new ArchiveTake(
                take.Clip.Id, take.Shot, take.Clip.Media!.Id, take.Clip.Settings, take.Clip.ModelName, null, take.Clip.Paid, take.Clip.CreatedAt))],
            Footage = [.. (scene?.Footage ?? []).Where(one => there.Contains(one.MediaId)).Select(one => new ArchiveFootage(one.Id, one.ShotId, one.MediaId, one.Note, one.CreatedAt))],
            Stills = [.. stills.Where(still => there.Contains(still.MediaId))],
            Files = [.. files.Select(file => new ArchiveFile(
                file.Id, file.Kind, file.Extension, file.Name, file.Bytes, file.Sha256, file.Width, file.Height, file.Seconds,
                store.HasPoster(file)))],
        }, files);
    }

    private static async Task AddAsync(ZipArchive zip, string name, string path, CancellationToken ct)
    {
        // Pictures, sounds and videos do not shrink: they are stored as they are.
        await using var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct);
        await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await source.CopyToAsync(entry, CopyBytes, ct);
    }
}
