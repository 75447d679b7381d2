using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>
/// Composes a film, measures it, and keeps it. Everything that is encoded lies in files by its content: ended anywhere, the next try makes
/// only what is missing. The film counts once its row says so; until then the one before it stays.
/// </summary>
public sealed class FilmComposing(
    StudioDb db, MediaStore store, FilmPlans plans, FfmpegTools tools, Poster poster, LiveWork live, IStudioEvents events, TimeProvider time, ILogger<FilmComposing> log)
{
    /// <summary>The kind of a failure that is the machine's and may pass: a tool that took too long, or was ended from outside.</summary>
    internal const string NotNow = "not-now";

    private const int PosterWidth = 960;

    /// <summary>How long encoded pieces are kept that no film has used.</summary>
    private static readonly TimeSpan KeepPieces = TimeSpan.FromDays(14);

    private readonly WorkTable<Film> _rows = new(db, FilmSql.Table);

    public async Task StepAsync(Film film, WorkClaim claim, CancellationToken ct)
    {
        using var hand = live.Begin(film.Id, ct);
        var landed = LandingOf(film);
        try
        {
            if (await CutOfAsync(film, hand.Stopping) is not { } cut)
            {
                await FailAsync(film, claim, "gone", "What this film was to show is gone from the project. Compose it again.", ct);
                return;
            }
            if (cut.Missing is [var missing, ..])
            {
                await FailAsync(film, claim, "missing", missing, ct);
                return;
            }
            await MakeAsync(film, claim, cut, landed, hand);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The studio closes, or another process took over: the row is handed back at once.
            await _rows.FreeAsync(film.Id, claim);
            throw;
        }
        catch (OperationCanceledException) when (hand.Stopping.IsCancellationRequested)
        {
            // A person ended it, and the row says so already.
        }
        catch (MediaException e)
        {
            log.LogWarning(e, "Film {Film} was not composed: {Detail}", film.Id, e.Detail);
            await FailAsync(film, claim, KindOf(e), e.Message, ct);
        }
        catch (IOException e) when (MediaStoreFullException.IsFull(e))
        {
            await FailAsync(film, claim, "disk-full", new MediaStoreFullException(e).Message, ct);
        }
        catch (MediaStoreException e)
        {
            await FailAsync(film, claim, e.Kind, e.Message, ct);
        }
        finally
        {
            MediaStore.Forget(landed);
        }
    }

    /// <summary>
    /// Where it is written. A process that was taken for dead may still be writing when another one goes on, so each try has a name of its own,
    /// and what earlier ones left is cleared away.
    /// </summary>
    private string LandingOf(Film film)
    {
        var mine = $"film-{film.Id:N}-";
        Directory.CreateDirectory(store.TemporaryFolder);
        foreach (var left in Directory.EnumerateFiles(store.TemporaryFolder, mine + "*")) MediaStore.Forget(left);
        return Path.Combine(store.TemporaryFolder, $"{mine}{Guid.CreateVersion7():N}.mp4");
    }

    public async Task FailAsync(Film film, WorkClaim claim, string kind, string sentence, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        film.Fail(kind, sentence, session.Now);
        if (!await session.ReleaseFilmAsync(film, claim)) return;
        Told(session, film);
        await session.CommitAsync();
    }

    /// <summary>What a film shows: its own board and its own cut, whatever became of them since; null when they are gone.</summary>
    internal async Task<CutTimeline?> CutOfAsync(Film film, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectAsync(film.ProjectId) is not { } project) return null;
        var board = await session.BoardAsync(project.Id, film.BoardVersion) ?? await session.BoardAsync(project.Id, project.BoardVersion);
        return board is not null && await session.SceneAsync(project, board, (0, ProjectJson.Read<Cut>(film.Cut))) is { } scene ? CutTimeline.Of(scene) : null;
    }

    private async Task MakeAsync(Film film, WorkClaim claim, CutTimeline cut, string landed, LiveWork.Hand hand)
    {
        var ct = hand.Stopping;
        var plan = await plans.PlanAsync(cut, null, ct);
        var folder = plans.FolderOf(film.ProjectId);
        await using (var progress = new RowProgress<ComposeProgress>(time, hand, (news, stop) => TellAsync(film, claim, () => film.Composing(news.Frames), stop)))
            await new FilmMaking(tools).ComposeAsync(plan, folder, landed, progress, ct);

        await TellAsync(film, claim, film.Measuring, ct);
        var card = FilmScoring.Of(await new FilmMeasuring(tools).MeasureAsync(landed, plan.Timeline, null, ct), cut);
        await CaptionTrackAsync(cut, plan, landed, ct);
        await KeepAsync(film, claim, cut, plan, card, landed, ct);
        new SegmentFolder(folder).Sweep(TimeProvider.System.GetUtcNow() - KeepPieces);
    }

    /// <summary>Lyrics as a track that the viewer can switch on, where the creator wants that.</summary>
    private async Task CaptionTrackAsync(CutTimeline cut, CompositionPlan plan, string landed, CancellationToken ct)
    {
        if (cut.Scene.Cut.Captions is not { As: CaptionsAs.Track } || cut.Scene.Lyrics.Timed.Count == 0) return;
        var words = store.NewTemporary(".srt");
        try
        {
            await WholeFile.WriteAsync(store, words, LyricFiles.Write(cut.Scene.Lyrics, LyricFormat.Srt), ct);
            await new FilmExporting(tools).ExportAsync(ExportPlan.WithCaptionTrack(FileOf(landed, plan.Timeline), words), landed, null, ct);
        }
        finally
        {
            MediaStore.Forget(words);
        }
    }

    private async Task KeepAsync(Film film, WorkClaim claim, CutTimeline cut, CompositionPlan plan, ScorecardView card, string landed, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        store.MakeFolderOf(id);
        // The poster first: between the move and the row there must be no time for a crash to fall into.
        await poster.MakeAsync(landed, store.PosterPathOf(id), PosterWidth, ct);
        var stored = await store.TakeInAsync(landed, id, ".mp4", ct);
        await using var session = await db.BeginAsync(CancellationToken.None);
        var label = new MediaLabel(
            MediaKind.Video, "video/mp4", ".mp4", CleanName.Of(cut.Scene.Project.Title, ".mp4", "film"), plan.Timeline.Size.Width, plan.Timeline.Size.Height,
            cut.Rate.SecondsAt(cut.Frames));
        var media = label.ToFile(id, film.AccountId, stored, hasPoster: true, session.Now);
        await session.InsertMediaAsync(media);
        film.Made(id, ProjectJson.Write(card), session.Now);
        if (!await session.ReleaseFilmAsync(film, claim))
        {
            // Cancelled at the last moment, or another process took it over and brings its own.
            store.Delete(media);
            return;
        }
        Told(session, film);
        session.AfterCommit(() => events.Publish(new Changed("library", film.AccountId)));
        await session.CommitAsync();
    }

    internal static FilmFile FileOf(string path, Timeline timeline) => new(path, timeline.Rate, timeline.Size, timeline.TotalFrames, timeline.Song is not null);

    private async Task<bool> TellAsync(Film film, WorkClaim claim, Action move, CancellationToken ct)
    {
        move();
        await using var session = await db.BeginAsync(ct);
        if (!await session.ProgressAsync(film, claim)) return false;
        session.AfterCommit(() => events.Publish(new Changed("films", film.AccountId)));
        await session.CommitAsync();
        return true;
    }

    private void Told(DbSession session, Film film) => session.AfterCommit(() =>
    {
        events.Publish(new Changed("films", film.AccountId));
        events.Publish(new Changed("projects", film.AccountId));
    });

    internal static string KindOf(MediaException e) => e.Fault switch
    {
        _ when e.Message.Contains("disk is full", StringComparison.Ordinal) => "disk-full",
        MediaFault.Tool => NotNow,
        MediaFault.OutsideLimits => "outside-limits",
        _ => "broken",
    };
}
