using VeniceStudio.Server.Films;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Making;

/// <summary>The verb <c>make</c>: a song and a theme in, a finished music video out, by way of the studio's public API.</summary>
internal static class Make
{
    private static readonly TimeSpan PauseHere = TimeSpan.FromMilliseconds(250), PauseElsewhere = TimeSpan.FromSeconds(1);

    /// <summary>Runs it from a shell, until it is interrupted.</summary>
    public static async Task<int> RunAsync(string[] args, Func<StudioOptions> settings)
    {
        using var interruption = new Interruption();
        return (int)await RunAsync(args, () => Quieter(settings()), Environment.GetEnvironmentVariable("STUDIO_TOKEN"), Terminal.Own(), TimeProvider.System, interruption.Token);
    }

    /// <param name="args">The words behind <c>make</c>.</param>
    /// <param name="settings">Those of a studio of its own; read only when one is started.</param>
    /// <param name="token">For a studio that runs elsewhere; null for none.</param>
    /// <param name="terminal">Where it was called from.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Interrupts it.</param>
    /// <exception cref="SettingsException">The settings are wrong.</exception>
    public static async Task<Outcome> RunAsync(
        string[] args, Func<StudioOptions> settings, string? token, Terminal terminal, TimeProvider time, CancellationToken ct)
    {
        MakeOrder order;
        try
        {
            order = MakeOrder.Read(args);
        }
        catch (SettingsException e)
        {
            await terminal.Errors.WriteLineAsync(e.Message);
            await terminal.Errors.WriteLineAsync(MakeOrder.Usage);
            return Outcome.WrongUse;
        }
        IDisplay display = order.Json ? new JsonDisplay(terminal.Output) : new LiveDisplay(terminal);
        var step = "start";
        try
        {
            await using var own = order.Server is null ? await OwnStudio.StartAsync(settings(), time, ct) : null;
            using var calls = StudioCalls.To(order.Server ?? own!.Address, string.IsNullOrWhiteSpace(token) || own is not null ? null : token.Trim());
            if (own is not null) display.Say($"The studio is at work; watch it at {own.Address}");
            return await WalkAsync(order, calls, new Agreement(order.Yes, terminal, display), display, own is null ? PauseElsewhere : PauseHere, time, name => step = name, ct);
        }
        catch (StoppedException e)
        {
            display.Stops(step, e.Outcome, e.Message);
            return e.Outcome;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            display.Stops(step, Outcome.Failed, "Interrupted. Everything that is there stays, and what Venice is at is not lost: the same command goes on from here.");
            return Outcome.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            display.Stops(step, Outcome.Failed, $"{e.Message} Mend that, then call again: it goes on from here.");
            return Outcome.Failed;
        }
    }

    private static async Task<Outcome> WalkAsync(
        MakeOrder order, StudioCalls calls, Agreement agreement, IDisplay display, TimeSpan pause, TimeProvider time, Action<string> reached, CancellationToken ct)
    {
        var making = new FilmInTheMaking(order, calls, agreement, display);
        var path = new FilmPath(making, pause, time);
        try
        {
            await path.WalkAsync(ct);
        }
        finally
        {
            reached(path.Now);
        }
        return Scored(making.Film!, display);
    }

    private static Outcome Scored(FilmView film, IDisplay display)
    {
        if (film.Scorecard is not { } score)
        {
            display.Stops("scorecard", Outcome.Failed, "The film was not measured, so nobody knows whether it is whole. Have it composed again in the studio.");
            return Outcome.Failed;
        }
        display.Reaches("scorecard", new Reached(string.Join(Environment.NewLine, ScoreLines.Of(score)), score));
        return score.IsWhole ? Outcome.Whole : Outcome.Failed;
    }

    /// <summary>The log keeps to what went wrong, unless somebody asked for more: the display tells the rest.</summary>
    private static StudioOptions Quieter(StudioOptions settings) =>
        string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("LOG_LEVEL")) ? settings with { LogLevel = "Error" } : settings;
}
