using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>Reads from a file what a timeline has to know of it.</summary>
public sealed class SourceLook(FfmpegTools tools)
{
    private readonly MediaProbe probe = new(tools);

    /// <summary>A clip from a file.</summary>
    /// <param name="file">MP4, MOV or WebM.</param>
    /// <param name="begin">Seconds into it at which the span begins.</param>
    /// <param name="ct">Stops the look.</param>
    /// <exception cref="MediaException">There is no video in it.</exception>
    public async Task<ClipSource> ClipAsync(SourceFile file, double begin, CancellationToken ct)
    {
        var facts = await probe.ProbeAsync(file.Path, ct);
        if (facts.Video is not { } video) throw new MediaException("This file holds no moving picture. Choose a clip.", MediaFault.WrongKind);
        return new(file, begin, video.Seconds > 0 ? video.Seconds : facts.DurationSeconds) { Colours = await AbleAsync(tools, ClipColours.Of(video), ct) };
    }

    /// <summary>A picture from a file.</summary>
    public async Task<PictureSource> PictureAsync(SourceFile file, CancellationToken ct)
    {
        var facts = await probe.ProbeAsync(file.Path, ct);
        return facts.Video is { Width: > 0, Height: > 0 } video ? new(file, video.Width, video.Height)
            : throw new MediaException("This file holds no picture. Choose a PNG, JPEG or WebP.", MediaFault.WrongKind);
    }

    /// <summary>A song from a file.</summary>
    public async Task<SongSource> SongAsync(SourceFile file, CancellationToken ct)
    {
        var facts = await probe.ProbeAsync(file.Path, ct);
        return facts.Audio is { } audio ? new(file, audio.SampleRate, audio.Channels)
            : throw new MediaException("This file holds no sound. Choose a song.", MediaFault.WrongKind);
    }

    /// <summary>How a clip's colours are coded, and what this ffmpeg can do about it.</summary>
    public static async Task<ClipColours> AbleAsync(FfmpegTools tools, ClipColours colours, CancellationToken ct) =>
        colours == ClipColours.Usual ? colours : colours with { HasZimg = await tools.HasFilterAsync("zscale", ct) };
}
