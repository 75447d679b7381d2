using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>Makes one export. Its file appears under its name whole or not at all; ended anywhere, the next try begins it again.</summary>
public sealed class ExportMaking(
    StudioDb db, MediaStore store, ExportFiles files, FilmComposing films, FilmPlans plans, ProjectArchive archive, FilmReceipt receipt, FfmpegTools tools, LiveWork live,
    IStudioEvents events, TimeProvider time, ILogger<ExportMaking> log)
{
    private readonly WorkTable<Export> _rows = new(db, ExportSql.Table);

    public async Task StepAsync(Export export, WorkClaim claim, CancellationToken ct)
    {
        using var hand = live.Begin(export.Id, ct);
        try
        {
            Directory.CreateDirectory(files.Folder);
            Directory.CreateDirectory(store.TemporaryFolder);
            await using (var progress = new RowProgress<double>(time, hand, (share, stop) => TellAsync(export, claim, share, stop)))
                await MakeAsync(export, files.PathOf(export), progress, hand.Stopping);
            await using var session = await db.BeginAsync(ct);
            export.Made(new FileInfo(files.PathOf(export)).Length, session.Now);
            if (await session.ReleaseExportAsync(export, claim)) Told(session, export);
            // Cancelled or deleted at the last moment: nobody will fetch it. Another process that took it over writes the very same file.
            else if (await session.ExportOfAsync(export.AccountId, export.Id) is null or { State: ExportState.Cancelled }) MediaStore.Forget(files.PathOf(export));
            await session.CommitAsync();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The studio closes, or another process took over: the row is handed back at once.
            await _rows.FreeAsync(export.Id, claim);
            throw;
        }
        catch (OperationCanceledException) when (hand.Stopping.IsCancellationRequested)
        {
            // A person ended it, and the row says so already.
        }
        catch (MediaException e)
        {
            log.LogWarning(e, "Export {Export} was not made: {Detail}", export.Id, e.Detail);
            await FailAsync(export, claim, FilmComposing.KindOf(e), e.Message, ct);
        }
        catch (MediaStoreAwayException e)
        {
            await FailAsync(export, claim, e.Kind, e.Message, ct);
        }
        catch (IOException e) when (MediaStoreFullException.IsFull(e))
        {
            await FailAsync(export, claim, "disk-full", new MediaStoreFullException(e).Message, ct);
        }
    }

    public async Task FailAsync(Export export, WorkClaim claim, string kind, string sentence, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        export.Fail(kind, sentence, session.Now);
        if (!await session.ReleaseExportAsync(export, claim)) return;
        Told(session, export);
        await session.CommitAsync();
    }

    private Task MakeAsync(Export export, string target, IProgress<double> progress, CancellationToken ct) => export.Kind switch
    {
        ExportKind.Archive => archive.WriteAsync(export.ProjectId, target, progress, ct),
        ExportKind.Receipt => receipt.WriteAsync(export.ProjectId, export.FilmId, target, ct),
        ExportKind.Srt => WordsAsync(export, LyricFormat.Srt, target, ct),
        ExportKind.Vtt => WordsAsync(export, LyricFormat.Vtt, target, ct),
        ExportKind.Lrc => WordsAsync(export, LyricFormat.Lrc, target, ct),
        ExportKind.Tall or ExportKind.Square or ExportKind.Wide => AnewAsync(export, target, progress, ct),
        _ => FromFilmAsync(export, target, progress, ct),
    };

    /// <summary>Another shape: composed again from the sources, by their subjects, with the words laid again.</summary>
    private async Task AnewAsync(Export export, string target, IProgress<double> progress, CancellationToken ct)
    {
        var (_, cut) = await FilmAsync(export, ct);
        if (cut.Missing is [var missing, ..]) throw new MediaException(missing);
        var plan = await plans.PlanAsync(cut, ExportCutting.SizeOf(export.Kind, cut.Size), ct);
        await new FilmMaking(tools).ComposeAsync(
            plan, plans.FolderOf(export.ProjectId), target, new Share<ComposeProgress>(progress, news => (double)news.Frames / cut.Frames), ct);
    }

    private async Task FromFilmAsync(Export export, string target, IProgress<double> progress, CancellationToken ct)
    {
        var (film, cut) = await FilmAsync(export, ct);
        MediaFile? file;
        await using (var session = await db.ReadAsync(ct)) file = film.MediaId is { } media ? await session.MediaOfAsync(film.AccountId, media) : null;
        if (file is null || !File.Exists(await store.LocalAsync(file, ct))) throw new MediaException("The film's file is gone from the library. Compose the film again, then export it.");
        var source = new FilmFile(store.PathOf(file), cut.Rate, new FrameSize(file.Width ?? cut.Size.Width, file.Height ?? cut.Size.Height), film.TotalFrames);
        var exporting = new FilmExporting(tools);
        if (export.Kind == ExportKind.Gif)
        {
            await exporting.ExportGifAsync(source, ExportCutting.GifOf(export.Read(), cut, film.TotalFrames), (export.Read().MostMegabytes ?? 8) * 1_000_000L, target, ct);
            return;
        }
        var plan = ExportCutting.PlanOf(export, source, cut);
        await exporting.ExportAsync(plan, target, new Share<int>(progress, frames => plan.Frames == 0 ? 0 : (double)frames / plan.Frames), ct);
    }

    private async Task<(Film Film, CutTimeline Cut)> FilmAsync(Export export, CancellationToken ct)
    {
        Film? film;
        await using (var session = await db.ReadAsync(ct)) film = export.FilmId is { } id ? await session.FilmOfAsync(export.AccountId, id) : null;
        return film is not null && await films.CutOfAsync(film, ct) is { } cut ? (film, cut)
            : throw new MediaException("The film that this was to be made from is gone. Compose one, then export it.");
    }

    private async Task WordsAsync(Export export, LyricFormat format, string target, CancellationToken ct)
    {
        LyricSheet? sheet;
        await using (var session = await db.ReadAsync(ct))
            sheet = await session.ProjectAsync(export.ProjectId) is { } project ? (await session.SceneAsync(project))?.Lyrics : null;
        if (sheet is not { Timed.Count: > 0 }) throw new MediaException("No line of the lyrics has a time any more. Have the words recognised, or tap the lines along.");
        await WholeFile.WriteAsync(store, target, LyricFiles.Write(sheet, format), ct);
    }

    private async Task<bool> TellAsync(Export export, WorkClaim claim, double share, CancellationToken ct)
    {
        export.Making(share);
        await using var session = await db.BeginAsync(ct);
        if (!await session.ProgressAsync(export, claim)) return false;
        Told(session, export);
        await session.CommitAsync();
        return true;
    }

    private void Told(DbSession session, Export export) => session.AfterCommit(() => events.Publish(new Changed("exports", export.AccountId)));

    /// <summary>Reports at once, on whatever thread tells.</summary>
    private sealed class Share<T>(IProgress<double> progress, Func<T, double> of) : IProgress<T>
    {
        public void Report(T value) => progress.Report(of(value));
    }
}
