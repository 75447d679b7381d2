using System.ComponentModel.DataAnnotations;
using VeniceStudio.Media.Composition;

namespace VeniceStudio.Server.Films;

/// <summary>What the creator wants of the cut. Everything that is not said here follows from the board, the takes and the song.</summary>
public sealed record Cut
{
    [MaxLength(1_000)] public IReadOnlyList<CutSpan> Spans { get; init; } = [];
    public CutCard? TitleCard { get; init; }
    public CutCard? EndCard { get; init; }
    public CutCaptions? Captions { get; init; }

    /// <summary>Seconds in which the picture comes out of black; 0 for at once.</summary>
    [Range(0, 10)] public double FadeIn { get; init; }

    /// <summary>Seconds in which the picture goes into black at the end; 0 for at once.</summary>
    [Range(0, 10)] public double FadeOut { get; init; }

    /// <summary>Whether the song fades with the picture. It is left as it is unless asked.</summary>
    public bool FadeSong { get; init; }
    public CutLogo? Logo { get; init; }

    /// <summary>The wish for a shot; an empty one when nothing was said about it.</summary>
    public CutSpan Of(Guid shot) => Spans.FirstOrDefault(span => span.ShotId == shot) ?? new CutSpan { ShotId = shot };

    /// <summary>With another wish for a shot.</summary>
    public Cut With(CutSpan span) => this with { Spans = [.. Spans.Where(other => other.ShotId != span.ShotId), span] };
}

/// <summary>What the creator wants for one shot; null: the studio's choice.</summary>
public sealed record CutSpan
{
    public required Guid ShotId { get; init; }

    /// <summary>The clip that it shows; null for the newest finished one.</summary>
    public Guid? TakeId { get; init; }

    /// <summary>Footage of one's own that it shows, before any clip.</summary>
    public Guid? FootageId { get; init; }

    /// <summary>It shows its still, moving slowly, whatever takes there are.</summary>
    public bool Still { get; init; }

    /// <summary>Seconds into the clip at which it begins.</summary>
    [Range(0, 3_600)] public double? InSeconds { get; init; }

    /// <summary>What fills it when its clip is too short even when slowed.</summary>
    public WhenShort? Rule { get; init; }

    /// <summary>How the film comes to it.</summary>
    public TransitionKind? Transition { get; init; }

    /// <summary>Length of the transition; 0.04 to 2 seconds.</summary>
    [Range(0.04, 2)] public double? TransitionSeconds { get; init; }

    [Range(0.85, 1.15)] public double? Speed { get; init; }
}

/// <summary>Words over the beginning or the end of the film.</summary>
public sealed record CutCard(
    [Required, StringLength(200, MinimumLength = 1)] string Title, [StringLength(300)] string? Under, [Range(0.5, 15)] double Seconds);

/// <summary>The song's words on the picture.</summary>
/// <param name="Style">How they look.</param>
/// <param name="As">In the picture, or as a track that the viewer can switch off.</param>
public sealed record CutCaptions(CaptionStyle Style, CaptionsAs As);

public enum CaptionStyle
{
    /// <summary>White with a dark edge, at the foot.</summary>
    Caption,

    /// <summary>In a dark box, at the foot.</summary>
    Boxed,

    /// <summary>Large, in the middle.</summary>
    Large,

    /// <summary>Words light up as they are sung.</summary>
    Sung,
}

public enum CaptionsAs
{
    Burned,
    Track,
}

/// <summary>A picture in a corner of the film.</summary>
/// <param name="MediaId">Null for the logo of the project's look.</param>
/// <param name="Seconds">How long, at the end of the film; null for all of it.</param>
public sealed record CutLogo(Guid? MediaId, LogoPlace Place, [Range(0.5, 3_600)] double? Seconds);
