using System.Collections.Concurrent;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Films;

/// <summary>Turns a cut into a plan that can be run, and says where its parts are kept.</summary>
public sealed class FilmPlans(StudioOptions options, StudioDb db, MediaStore store, FfmpegTools tools)
{
    /// <summary>Clips that are looked at side by side.</summary>
    private const int Looks = 4;

    private readonly ConcurrentDictionary<Guid, AudioFacts> _songs = new();
    private string? _encoder;
    private bool _hasFont;

    /// <summary>Where a project's encoded pieces are kept.</summary>
    public string FolderOf(Guid project) => Path.Combine(options.DataFolder, "segments", project.ToString());

    /// <summary>Plans a cut that misses nothing, and brings the files that it is made from to this disk.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="size">Another frame than its own; null for that.</param>
    /// <param name="ct">Ends ffprobe.</param>
    /// <exception cref="MediaException">The song cannot be read, or the cut cannot be composed; the message is a sentence.</exception>
    internal async Task<CompositionPlan> PlanAsync(CutTimeline cut, FrameSize? size, CancellationToken ct)
    {
        var (plan, files) = await LayAsync(cut, size, ct);
        await store.BringAsync(files, ct);
        return plan;
    }

    /// <summary>
    /// Stands for the film that a cut which misses nothing would give. Pages ask for it: no clip's file is opened or brought, unless nobody has
    /// looked at it yet.
    /// </summary>
    /// <exception cref="MediaException">As above.</exception>
    internal async Task<string> KeyAsync(CutTimeline cut, CancellationToken ct) => (await LayAsync(cut, null, ct)).Plan.Key;

    private async Task<(CompositionPlan Plan, IReadOnlySet<MediaFile> Files)> LayAsync(CutTimeline cut, FrameSize? size, CancellationToken ct)
    {
        var song = await SongAsync(cut.Scene.Song!, ct);
        var colours = await ColoursAsync([.. cut.Spans.Where(span => span.IsClip).Select(span => span.Shown.File!).DistinctBy(file => file.Id)], ct);
        var files = new HashSet<MediaFile>();
        var timeline = cut.ToTimeline(Noted, file => colours[file.Id], song);
        if (size is { } other) timeline = timeline.InShape(other);
        _encoder ??= await tools.VersionAsync(ct) ?? throw new MediaException("ffmpeg does not start, so no film can be made. Install it, then compose again.", MediaFault.Tool);
        if (timeline.Texts.Count > 0) await RefuseWithoutFontAsync(ct);
        return timeline.Fault() is { } fault ? throw new MediaException(fault) : (CompositionPlan.Of(timeline, _encoder), files);

        string Noted(MediaFile file)
        {
            files.Add(file);
            return store.PathOf(file);
        }
    }

    /// <summary>Looked for until there is one: a font may be installed while the studio runs, and seldom goes.</summary>
    private async Task RefuseWithoutFontAsync(CancellationToken ct)
    {
        if (_hasFont) return;
        Directory.CreateDirectory(store.TemporaryFolder);
        _hasFont = await new FontCheck(tools).FindsOneAsync(store.TemporaryFolder, ct);
        if (!_hasFont) throw new MediaException(FontCheck.Sentence, MediaFault.Tool);
    }

    /// <summary>How the colours of clips are coded. What nobody has noted yet is looked at once, and kept.</summary>
    private async Task<IReadOnlyDictionary<Guid, ClipColours>> ColoursAsync(IReadOnlyList<MediaFile> clips, CancellationToken ct)
    {
        var seen = new ConcurrentDictionary<Guid, ClipColours>();
        await Parallel.ForEachAsync(clips.Where(file => file.Colours is null), new ParallelOptions { MaxDegreeOfParallelism = Looks, CancellationToken = ct },
            async (file, stop) => { if (await LookAsync(file, stop) is { } colours) seen[file.Id] = colours; });
        if (!seen.IsEmpty)
        {
            await using var session = await db.BeginAsync(ct);
            foreach (var (id, colours) in seen) await session.KeepColoursAsync(id, colours);
            await session.CommitAsync();
        }
        var all = new Dictionary<Guid, ClipColours>();
        foreach (var file in clips) all[file.Id] = await SourceLook.AbleAsync(tools, file.Colours ?? seen.GetValueOrDefault(file.Id, ClipColours.Usual), ct);
        return all;
    }

    /// <summary>Null for a clip that cannot be read now: composing names it, and says where it stands.</summary>
    private async Task<ClipColours?> LookAsync(MediaFile file, CancellationToken ct)
    {
        try
        {
            var path = await store.LocalAsync(file, ct);
            return File.Exists(path) && (await new MediaProbe(tools).ProbeAsync(path, ct)).Video is { } video ? ClipColours.Of(video) : null;
        }
        catch (MediaException e) when (e.Fault != MediaFault.Tool)
        {
            return null;
        }
    }

    private async Task<AudioFacts> SongAsync(MediaFile song, CancellationToken ct)
    {
        if (_songs.TryGetValue(song.Id, out var known)) return known;
        var path = await store.LocalAsync(song, ct);
        if (!File.Exists(path)) throw new MediaException("The song's file is gone from the library. Bring the song again.");
        var facts = (await new MediaProbe(tools).ProbeAsync(path, ct)).Audio ?? throw new MediaException("The song's file holds no sound. Bring the song again.");
        return _songs[song.Id] = facts;
    }
}
