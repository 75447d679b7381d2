namespace VeniceStudio.Media.Editing;

/// <summary>Where a film cuts and what that costs.</summary>
/// <param name="Shots">In order, without gaps from 0 to the song's end; at least one.</param>
/// <param name="PaidSeconds">Seconds bought, over all shots.</param>
/// <param name="UsedSeconds">Seconds shown: the song's length.</param>
/// <param name="OnBeats">True when every cut lies on a beat.</param>
/// <param name="Note">What the creator should know about the cuts, in sentences; null when there is nothing.</param>
public sealed record CutPlan(IReadOnlyList<PlannedShot> Shots, double PaidSeconds, double UsedSeconds, bool OnBeats, string? Note);
