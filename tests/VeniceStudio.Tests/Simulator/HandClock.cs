namespace VeniceStudio.Tests.Simulator;

/// <summary>A clock that moves only when a test moves it.</summary>
internal sealed class HandClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public void Pass(TimeSpan span) => now += span;

    public override DateTimeOffset GetUtcNow() => now;
}
