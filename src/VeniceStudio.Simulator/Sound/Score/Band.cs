using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound.Synth;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>What the players share: the song's plan, and the stage that collects what they play.</summary>
internal sealed class Band(Style style, Grid grid, Harmony harmony, IReadOnlyList<Part> parts, ulong seed)
{
    public Style Style => style;

    public Grid Grid => grid;

    public Harmony Harmony => harmony;

    public IReadOnlyList<Part> Parts => parts;

    public List<Tone> Stage { get; } = [];

    /// <summary>When the kick drum sounds, in seconds.</summary>
    public List<double> Kicks { get; } = [];

    /// <summary>Second at which the last stroke falls.</summary>
    public double Final => grid.Start + grid.Bars * grid.Bar;

    /// <summary>Numbers of its own for each player: a change in one leaves the others as they were.</summary>
    public Dice DiceOf(string player) => new(SeedOf(player));

    public ulong SeedOf(string player) => player.Aggregate(seed, (sum, sign) => (sum ^ sign) * 0x100000001B3UL);
}
