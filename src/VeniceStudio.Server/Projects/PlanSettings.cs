using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Projects;

/// <summary>How the film is to be cut and with what it is made. Null: the studio chooses.</summary>
public sealed record PlanSettings
{
    // Settable for the reason that Brief tells.
    [StringLength(200)] public string? VideoModel { get; set; }
    [StringLength(16)] public string? Resolution { get; set; }
    [StringLength(200)] public string? ImageModel { get; set; }
    /// <summary>Frames a second: 24, 25 or 30.</summary>
    [AllowedValues(24, 25, 30)] public int FrameRate { get; set; } = 24;
    /// <summary>Seconds; null: by the pace of the brief.</summary>
    [Range(0.4, 30)] public double? Shortest { get; set; }
    [Range(1, 60)] public double? Longest { get; set; }
    /// <summary>Clips that Venice works on at the same time for this project; null: 40, which is what it lets through in a minute.</summary>
    [Range(1, 200)] public int? ClipsAtOnce { get; set; }
    /// <summary>What becomes of sections that repeat an earlier one.</summary>
    [MaxLength(60)] public IReadOnlyList<RepeatChoice> Repeats { get; set => field = value ?? []; } = [];
    /// <summary>Sections that are shown as moving stills, which costs no video; indices.</summary>
    [MaxLength(60)] public IReadOnlyList<int> StillSections { get; set => field = value ?? []; } = [];
}

/// <summary>For one section (an index into the song's sections).</summary>
public sealed record RepeatChoice([Range(0, 1_000)] int Section, RepeatAs As);

public enum RepeatAs
{
    AllNew,

    /// <summary>The same place and people from another angle: new clips, from stills made of the first ones.</summary>
    NewAngle,

    /// <summary>The very same clips; they cost nothing.</summary>
    SameFootage,
}
