using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Storyboard;

namespace VeniceStudio.Server.Films;

/// <summary>One clip that is about to be ordered for a shot.</summary>
/// <param name="Shot">The shot, as it was approved.</param>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Settings">What Venice will be asked for.</param>
/// <param name="ModelName">As people read it.</param>
/// <param name="Price">Micro-dollars.</param>
/// <param name="Seconds">That are bought.</param>
internal sealed record TakePiece(Shot Shot, int Number, ClipSettings Settings, string ModelName, long Price, double Seconds);

/// <summary>The clips of a render.</summary>
/// <param name="LeftOut">Why shots are not in it, a sentence each.</param>
/// <param name="Stop">Why nothing can be ordered, a sentence; null when it can.</param>
internal sealed record TakePlan(IReadOnlyList<TakePiece> Pieces, IReadOnlyList<string> LeftOut, string? Stop)
{
    public long Total => Pieces.Sum(piece => piece.Price);
}
