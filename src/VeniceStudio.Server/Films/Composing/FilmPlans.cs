using System.Collections.Concurrent;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Films;

/// <summary>Turns a cut into a plan that can be run, and says where its parts are kept.</summary>
public sealed class FilmPlans(StudioOptions options, MediaStore store, FfmpegTools tools)
{
    /// <summary>Clips that are looked at side by side.</summary>
    private const int Looks = 4;

    private readonly ConcurrentDictionary<Guid, AudioFacts> _songs = new();
    private readonly ConcurrentDictionary<Guid, ClipColours> _colours = new();
    private string? _encoder;
    private bool _hasFont;

    /// <summary>Where a project's encoded pieces are kept.</summary>
    public string FolderOf(Guid project) => Path.Combine(options.DataFolder, "segments", project.ToString());

    /// <summary>Plans a cut that misses nothing.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="size">Another frame than its own; null for that.</param>
    /// <param name="ct">Ends ffprobe.</param>
    /// <exception cref="MediaException">The song cannot be read, or the cut cannot be composed; the message is a sentence.</exception>
    internal async Task<CompositionPlan> PlanAsync(CutTimeline cut, FrameSize? size, CancellationToken ct)
    {
        var song = await SongAsync(cut.Scene.Song!, ct);
        var clips = cut.Spans.Where(span => span.IsClip).Select(span => span.Shown.File!).DistinctBy(file => file.Id).ToList();
        await store.BringAsync(clips, ct);
        await Parallel.ForEachAsync(clips.Where(file => !_colours.ContainsKey(file.Id)),
            new ParallelOptions { MaxDegreeOfParallelism = Looks, CancellationToken = ct }, async (file, stop) => await LookAsync(file, stop));
        var files = new HashSet<MediaFile>();
        var timeline = cut.ToTimeline(Noted, file => _colours.GetValueOrDefault(file.Id, ClipColours.Usual), song);
        await store.BringAsync(files, ct);
        if (size is { } other) timeline = timeline.InShape(other);
        _encoder ??= await tools.VersionAsync(ct) ?? throw new MediaException("ffmpeg does not start, so no film can be made. Install it, then compose again.", MediaFault.Tool);
        if (timeline.Texts.Count > 0) await RefuseWithoutFontAsync(ct);
        return timeline.Fault() is { } fault ? throw new MediaException(fault) : CompositionPlan.Of(timeline, _encoder);

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

    /// <summary>How a clip's colours are coded. One that cannot be read now is named by composing, which says where it stands.</summary>
    private async Task LookAsync(MediaFile file, CancellationToken ct)
    {
        try
        {
            if (File.Exists(store.PathOf(file)) && (await new MediaProbe(tools).ProbeAsync(store.PathOf(file), ct)).Video is { } video) _colours[file.Id] = await SourceLook.ColoursAsync(tools, video, ct);
        }
        catch (MediaException e) when (e.Fault != MediaFault.Tool)
        {
            _colours[file.Id] = ClipColours.Usual;
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
