using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Films;

/// <summary>
/// Clears away what films leave: pieces and films of projects that were deleted, and files of exports that no row knows. What was bought
/// for a deleted project is not touched: it stays in the gallery.
/// </summary>
public sealed class FilmSweep(StudioDb db, StudioOptions options, MediaStore store, ExportFiles exports)
{
    /// <summary>A file of this hour may be about to get its row.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromHours(1);

    /// <returns>How many folders and files went.</returns>
    public async Task<int> RunAsync(CancellationToken ct) => await PiecesAsync(ct) + await FilmsAsync(ct) + await ExportsAsync(ct);

    private async Task<int> PiecesAsync(CancellationToken ct)
    {
        var folder = Path.Combine(options.DataFolder, "segments");
        if (!Directory.Exists(folder)) return 0;
        var swept = 0;
        foreach (var path in Directory.EnumerateDirectories(folder))
        {
            if (!Guid.TryParse(Path.GetFileName(path), out var project)) continue;
            await using var session = await db.ReadAsync(ct);
            if (await session.OneAsync<long>("SELECT COUNT(*) FROM projects WHERE id = @project AND deleted_at IS NULL", new { project }) > 0) continue;
            Directory.Delete(path, recursive: true);
            swept++;
        }
        return swept;
    }

    private async Task<int> FilmsAsync(CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        var files = await session.ListAsync<MediaFile>(
            """
            SELECT media.* FROM media JOIN films ON films.media_id = media.id JOIN projects ON projects.id = films.project_id
            WHERE projects.deleted_at IS NOT NULL AND media.deleted_at IS NULL
            """);
        foreach (var file in files) await session.MarkMediaDeletedAsync(file.Id);
        session.AfterCommit(() =>
        {
            foreach (var file in files) store.Delete(file);
        });
        await session.CommitAsync();
        return files.Count;
    }

    private async Task<int> ExportsAsync(CancellationToken ct)
    {
        if (!Directory.Exists(exports.Folder)) return 0;
        var swept = 0;
        foreach (var path in Directory.EnumerateFiles(exports.Folder))
        {
            // The system's clock stamped the files, so it tells their age.
            if (TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(path) < Young) continue;
            var known = Guid.TryParse(Path.GetFileNameWithoutExtension(path), out var id);
            await using var session = await db.ReadAsync(ct);
            if (known && await session.OneAsync<long>("SELECT COUNT(*) FROM exports WHERE id = @id AND deleted_at IS NULL", new { id }) > 0) continue;
            MediaStore.Forget(path);
            swept++;
        }
        return swept;
    }
}
