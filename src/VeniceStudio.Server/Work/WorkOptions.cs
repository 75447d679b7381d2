namespace VeniceStudio.Server.Work;

/// <summary>How the work loop works. Defaults fit one small container.</summary>
public sealed record WorkOptions
{
    /// <summary>Steps at once. Few, so that a burst of failures stays under Venice's abuse guard.</summary>
    public int Hands { get; init; } = 6;

    /// <summary>How long a row stays claimed without a sign of life.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Lost leases in a row after which a row is ended instead of tried again.</summary>
    public int MostLeasesLost { get; init; } = 40;

    public TimeSpan LongestLook { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan ShortestLook { get; init; } = TimeSpan.FromMilliseconds(50);
}
