using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Projects;

/// <summary>The style that holds a film together; it goes into every prompt. All of it is text as the creator wrote it.</summary>
public sealed record Look
{
    // Settable for the reason that Brief tells.
    [StringLength(1_000)] public string Style { get; set => field = value ?? ""; } = "";
    [StringLength(500)] public string Palette { get; set => field = value ?? ""; } = "";
    [StringLength(500)] public string Light { get; set => field = value ?? ""; } = "";
    [StringLength(500)] public string Lens { get; set => field = value ?? ""; } = "";
    /// <summary>How the film speaks: the tone of words on screen and of the story.</summary>
    [StringLength(500)] public string Voice { get; set => field = value ?? ""; } = "";
    /// <summary>What must never be seen, in any shot.</summary>
    [StringLength(1_000)] public string Forbidden { get; set => field = value ?? ""; } = "";
    /// <summary>A logo for the end card; a media id.</summary>
    public Guid? LogoId { get; set; }
    // Sponsored work: what has to come across, what to ask of the viewer, and what not to say.
    [StringLength(1_000)] public string KeyMessages { get; set => field = value ?? ""; } = "";
    [StringLength(300)] public string CallToAction { get; set => field = value ?? ""; } = "";
    [StringLength(1_000)] public string DoNotMention { get; set => field = value ?? ""; } = "";
}

/// <summary>A look under a name, for any project of its account.</summary>
public sealed record LookKitView(Guid Id, string Name, Look Look, DateTimeOffset UpdatedAt);

public sealed record SaveLookKit([Required, StringLength(80, MinimumLength = 1)] string Name, [Required] Look Look);
