using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Projects;

public enum CastKind
{
    Person,
    Creature,
    Place,
    Prop,
}

/// <summary>Somebody or something that comes back, with the pictures that keep it the same.</summary>
/// <param name="Id">Stable, chosen by the client when it is added.</param>
/// <param name="Name">How shots speak of it.</param>
/// <param name="Description">What it looks like, repeated word for word in every prompt.</param>
/// <param name="PictureIds">Reference pictures, the frontal one first; media ids.</param>
public sealed record CastMember(
    Guid Id,
    CastKind Kind,
    [Required, StringLength(60, MinimumLength = 1)] string Name,
    [StringLength(1_000)] string Description,
    [MaxLength(6)] IReadOnlyList<Guid> PictureIds);
