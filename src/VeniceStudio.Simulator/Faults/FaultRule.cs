namespace VeniceStudio.Simulator.Faults;

/// <summary>A fault for requests of one route.</summary>
/// <param name="Route">As counted: <c>video/queue</c>, <c>video/retrieve</c>, <c>share</c>, <c>audio/queue</c>, <c>chat/completions</c> …; <c>*</c> means
/// all.</param>
/// <param name="Fault">A name of <see cref="FaultKinds"/>.</param>
/// <param name="Argument">Its argument, null for the default.</param>
/// <param name="Times">How many requests it meets at most; null for all.</param>
/// <param name="Probability">Chance from 0 to 1 for each request.</param>
/// <param name="Seed">Makes the chances repeatable.</param>
public sealed record FaultRule(string Route, string Fault, string? Argument = null, int? Times = null, double Probability = 1,
    ulong Seed = 1);
