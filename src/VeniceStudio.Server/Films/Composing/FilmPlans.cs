using System.Collections.Concurrent;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Films;

/// <summary>Turns a cut into a plan that can be run, and says where its parts are kept.</summary>
public sealed class FilmPlans(StudioOptions options, MediaStore store, FfmpegTools tools)
{
    private readonly ConcurrentDictionary<Guid, AudioFacts> _songs = new();
    private string? _encoder;

    /// <summary>Where a project's encoded pieces are kept.</summary>
    public string FolderOf(Guid project) => Path.Combine(options.DataFolder, "segments", project.ToString());

    /// <summary>Plans a cut that misses nothing.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="size">Another frame than its own; null for that.</param>
    /// <param name="ct">Ends ffprobe.</param>
    /// <exception cref="MediaException">The song cannot be read, or the cut cannot be composed; the message is a sentence.</exception>
    internal async Task<CompositionPlan> PlanAsync(CutTimeline cut, FrameSize? size, CancellationToken ct)
    {
        var files = new HashSet<MediaFile>();
        var timeline = cut.ToTimeline(Noted, await SongAsync(cut.Scene.Song!, ct));
        await store.BringAsync(files, ct);
        if (size is { } other) timeline = timeline.InShape(other);
        _encoder ??= await tools.VersionAsync(ct) ?? throw new MediaException("ffmpeg does not start, so no film can be made. Install it, then compose again.", MediaFault.Tool);
        return timeline.Fault() is { } fault ? throw new MediaException(fault) : CompositionPlan.Of(timeline, _encoder);

        string Noted(MediaFile file)
        {
            files.Add(file);
            return store.PathOf(file);
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
