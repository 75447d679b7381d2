using System.Reflection;
using System.Text.Json;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Films;

/// <summary>What a film was made of and what it cost, for whoever has to show it later: files by their SHA-256, words as Venice read them, money in micro-dollars.</summary>
public sealed class FilmReceipt(StudioDb db, MediaStore store, FilmComposing films)
{
    private static readonly JsonSerializerOptions Readable = new(ProjectJson.Options) { WriteIndented = true, IgnoreReadOnlyProperties = false };

    /// <exception cref="MediaException">The project is gone, or has no storyboard yet.</exception>
    public async Task WriteAsync(Guid id, Guid? filmId, string target, CancellationToken ct)
    {
        Film? film = null;
        await using (var reading = await db.ReadAsync(ct))
        {
            if (await reading.ProjectAsync(id) is { } owner && filmId is { } known) film = await reading.FilmOfAsync(owner.AccountId, known);
        }
        var cut = film is null ? null : await films.CutOfAsync(film, ct);
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectAsync(id) is not { } project) throw new MediaException("This project is gone, so there is nothing to account for.");
        cut ??= await session.SceneAsync(project) is { } scene ? CutTimeline.Of(scene) : throw new MediaException("This project has no storyboard yet, so there is nothing to account for.");
        var clips = (await session.TakeClipsAsync(project.AccountId, id)).ToDictionary(take => take.Clip.Id, take => take.Clip);
        var inputs = (await session.MediaOfAsync(project.AccountId, clips.Values.SelectMany(clip => ClipOrderBody.InputIds(clip.Settings)).Distinct())).ToDictionary(file => file.Id);
        var file = film?.MediaId is { } media ? await session.MediaOfAsync(project.AccountId, media) : null;
        var lines = await session.LinesOfProjectAsync(id);
        var document = new
        {
            Format = "venice-music-video-receipt",
            Version = 1,
            MadeAt = session.Now,
            Studio = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            Project = new { project.Id, project.Title, project.BoardVersion },
            Song = new { cut.Scene.Track.Title, cut.Scene.Track.Artist, cut.Scene.Track.Sha256, cut.Scene.Track.Seconds, Analyser = cut.Scene.Track.HeardVersion },
            Film = film is null || file is null ? null : new
            {
                film.Number, file.Sha256, file.Bytes, file.Width, file.Height, film.TotalFrames, FrameRate = cut.Rate.PerSecond, film.BoardVersion, Plan = film.PlanHash,
                film.CreatedAt, film.FinishedAt, Scorecard = film.Scorecard is null ? null : ProjectJson.Read<ScorecardView>(film.Scorecard),
            },
            Shots = cut.Spans.Select(span => new
            {
                Number = span.Index + 1, StartFrame = span.Start, span.Frames, Shows = span.Shown.As, Sha256 = span.Shown.File?.Sha256,
                Clip = span.Shown.As == SpanShows.Take && clips.GetValueOrDefault(span.Shown.Id!.Value) is { } clip ? ClipOf(clip, inputs) : null,
                span.Shot.Words,
            }),
            AllTakes = clips.Values.Select(clip => ClipOf(clip, inputs)),
            Money = new
            {
                Paid = lines.Sum(line => line.Paid), Refunded = lines.Sum(line => line.Refunded), Held = lines.Sum(line => line.Held),
                Lines = lines.Select(line => new { line.Kind, line.Model, line.State, line.Quoted, line.Paid, line.Refunded, line.ReservedAt, line.SettledAt }),
            },
        };
        await WholeFile.WriteAsync(store, target, JsonSerializer.Serialize(document, Readable), ct);
    }

    private static object ClipOf(ClipView clip, Dictionary<Guid, MediaFile> inputs) => new
    {
        clip.Id, clip.Status, clip.Settings.Model, clip.ModelName, clip.Settings.Prompt, clip.Settings.NegativePrompt, clip.Settings.Duration, clip.Settings.Resolution,
        clip.Settings.AspectRatio, clip.Quoted, clip.Paid, clip.CreatedAt, clip.FinishedAt,
        Inputs = ClipOrderBody.InputIds(clip.Settings).Select(id => inputs.GetValueOrDefault(id)?.Sha256).OfType<string>(),
    };
}
