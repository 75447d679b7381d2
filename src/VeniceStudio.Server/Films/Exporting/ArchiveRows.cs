using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Stills;

namespace VeniceStudio.Server.Films;

/// <summary>Writes the rows of an opened archive, in one transaction.</summary>
internal static class ArchiveRows
{
    /// <param name="session">Takes them along.</param>
    /// <param name="account">Whose project it becomes.</param>
    /// <param name="track">The song, which is there already.</param>
    /// <param name="landed">Its files, in the library's folder.</param>
    /// <param name="doc">The archive with the new ids.</param>
    /// <returns>The new project.</returns>
    public static async Task<Guid> InsertAsync(DbSession session, Guid account, Guid track, IReadOnlyList<LandedFile> landed, ArchiveDoc doc)
    {
        foreach (var file in landed) await session.InsertMediaAsync(LabelOf(file.File).ToFile(file.NewId, account, file.Stored, file.HasPoster, session.Now));
        var ours = landed.Select(file => file.NewId).ToHashSet();
        var docs = Mine(new ProjectDocs(doc.Brief, doc.Look, doc.Cast, doc.Plan), ours);
        var title = CleanName.Words(doc.Title, 200);
        var project = Project.New(account, track, title.Length > 0 ? title : "Music video", session.Now);
        await session.InsertProjectAsync(project);
        await session.DescribeProjectAsync(project.Id, project.Title, doc.Budget, track);
        await session.KeepDocsAsync(project.Id, 1, docs);
        if (doc.Board is { } board) await session.AddBoardAsync(project, Approved(Mine(board, ours), docs, account), "Opened from an archive", account);
        await session.KeepMediaAsync(project.Id, account, landed.Where(file => file.File.Kind == MediaKind.Image).Select(file => file.NewId));
        await session.KeepCutAsync(project.Id, 0, doc.Cut);
        foreach (var take in doc.Takes) await TakeAsync(session, account, project.Id, take, ours);
        foreach (var one in doc.Footage)
        {
            await session.InsertFootageAsync(new Footage
            {
                Id = one.Id, ProjectId = project.Id, AccountId = account, ShotId = one.ShotId, MediaId = one.MediaId,
                Note = one.Note is null ? null : CleanName.Words(one.Note, 300),
            }, Earlier(one.CreatedAt, session));
        }
        foreach (var still in doc.Stills.DistinctBy(still => (still.ShotId, still.MediaId)))
        {
            await session.GiveStillAsync(new GivenStill
            {
                Id = Guid.CreateVersion7(), AccountId = account, ProjectId = project.Id, ShotId = still.ShotId, MediaId = still.MediaId, CreatedAt = Earlier(still.CreatedAt, session),
            });
        }
        return project.Id;
    }

    /// <summary>A finished clip. It was paid in another studio: here it costs nothing and counts against no budget.</summary>
    private static async Task TakeAsync(DbSession session, Guid account, Guid project, ArchiveTake take, HashSet<Guid> ours)
    {
        var line = LedgerLine.For(account, OrderKind.Video, take.Settings.Model, CleanName.Words(take.ModelName, 200), take.Id, 0, session.Now);
        line.Release(session.Now);
        await session.InsertLineAsync(line);
        var settings = take.Settings with
        {
            Stretch = null,
            AudioId = null,
            ImageId = Mine(take.Settings.ImageId, ours),
            EndImageId = Mine(take.Settings.EndImageId, ours),
            ReferenceImageIds = take.Settings.ReferenceImageIds is { } references ? [.. references.Where(ours.Contains)] : null,
        };
        var clip = Clip.Ordered(
            account, take.Id, take.Id, line.Id, settings, CleanName.Words(take.ModelName, 200), 0, false, null, Earlier(take.CreatedAt, session), project, take.ShotId);
        clip.Collected(take.MediaId, false, null, session.Now);
        await session.InsertClipAsync(clip);
        await session.UpdateOrderAsync(clip);
        await session.LinkInputsAsync(clip.Id, ClipOrderBody.InputIds(settings));
    }

    /// <summary>A picture that did not come along is not there.</summary>
    private static ProjectDocs Mine(ProjectDocs docs, HashSet<Guid> ours) => docs with
    {
        Brief = docs.Brief with { ReferenceIds = [.. docs.Brief.ReferenceIds.Where(ours.Contains)] },
        Look = docs.Look with { LogoId = Mine(docs.Look.LogoId, ours) },
        Cast = [.. docs.Cast.Select(member => member with { PictureIds = [.. member.PictureIds.Where(ours.Contains)] })],
    };

    private static Board Mine(Board board, HashSet<Guid> ours)
    {
        var ids = board.Shots.Select(shot => shot.Id).ToHashSet();
        // Footage is shown again from where it is, never by way of another shot: a circle would have no beginning.
        var own = board.Shots.Where(shot => shot.SameAs is null || shot.SameAs == shot.Id || !ids.Contains(shot.SameAs.Value)).Select(shot => shot.Id).ToHashSet();
        return board with
        {
            Shots =
            [
                .. board.Shots.Select(shot => shot with
                {
                    StillId = Mine(shot.StillId, ours),
                    Arrival = null,
                    SameAs = shot.SameAs is { } other && other != shot.Id && own.Contains(other) ? other : null,
                    AngleOf = shot.AngleOf is { } angle && ids.Contains(angle) ? angle : null,
                }),
            ],
        };
    }

    /// <summary>Whoever opens it says yes to what had been said yes to; the mark of what that rests on names the new pictures.</summary>
    private static Board Approved(Board board, ProjectDocs docs, Guid account) => board with
    {
        Shots =
        [
            .. board.Shots.Select((shot, index) => shot.Approval is not { } approval ? shot
                : shot with { Approval = approval with { By = account, StillId = shot.StillId ?? approval.StillId, Basis = ApprovalBasis.Of(board, index, docs) } }),
        ],
    };

    private static Guid? Mine(Guid? id, HashSet<Guid> ours) => id is { } known && ours.Contains(known) ? known : null;

    private static DateTimeOffset Earlier(DateTimeOffset at, DbSession session) => at < session.Now ? at : session.Now;

    private static MediaLabel LabelOf(ArchiveFile file) => new(
        file.Kind, Media.Ffmpeg.ContentSniff.MimeType(FileKinds.Of(file.Extension)), file.Extension, CleanName.Of(file.Name, file.Extension, "media"), file.Width, file.Height, file.Seconds);
}
