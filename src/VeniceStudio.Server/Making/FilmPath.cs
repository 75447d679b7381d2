using System.Net.Sockets;
using System.Text.Json;

namespace VeniceStudio.Server.Making;

/// <summary>
/// Walks the steps from a song to a file. What passes by itself is waited for, what was overtaken is looked at again; the steps look before they
/// do anything, so trying one again is always right.
/// </summary>
/// <param name="making">The film.</param>
/// <param name="pause">Between two looks.</param>
/// <param name="time">Measures how long the studio has been away.</param>
internal sealed class FilmPath(FilmInTheMaking making, TimeSpan pause, TimeProvider time)
{
    private const int MostOvertaken = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5), Breath = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyList<Step> _steps =
    [
        new("song", new SongStep(making).AdvanceAsync),
        new("project", new ProjectStep(making).AdvanceAsync),
        new("board", new BoardStep(making).AdvanceAsync),
        new("stills", new StillsStep(making).AdvanceAsync),
        new("approval", new ApprovalStep(making).AdvanceAsync),
        new("takes", new TakesStep(making).AdvanceAsync),
        new("film", new FilmStep(making).AdvanceAsync),
        new("file", new FileStep(making).AdvanceAsync),
    ];

    private DateTimeOffset? _awaySince;
    private int _overtaken;

    /// <summary>The step that is being taken.</summary>
    public string Now { get; private set; } = "start";

    /// <exception cref="StoppedException">It cannot go on.</exception>
    public async Task WalkAsync(CancellationToken ct)
    {
        foreach (var step in _steps)
        {
            Now = step.Name;
            while (await AdvanceAsync(step, ct) is { } waits)
            {
                making.Display.Waits(step.Name, waits);
                if (!waits.AtOnce) await Task.Delay(pause, time, ct);
            }
        }
    }

    /// <summary>What the step waits for; null once it is done.</summary>
    private async Task<Awaited?> AdvanceAsync(Step step, CancellationToken ct)
    {
        try
        {
            var standing = await step.AdvanceAsync(ct);
            (_awaySince, _overtaken) = (null, standing is Awaited { AtOnce: false } ? 0 : _overtaken);
            if (standing is Awaited waits) return waits;
            making.Display.Reaches(step.Name, (Reached)standing);
            _overtaken = 0;
            return null;
        }
        catch (RefusalException e) when (e.IsOvertaken && _overtaken++ < MostOvertaken)
        {
            return new Awaited("looking again");
        }
        catch (RefusalException e) when (e.MayPass)
        {
            return await PutUpWithAsync(step, new Awaited(e.Message, AtOnce: true), e.Message, e.Wait ?? Breath, ct);
        }
        catch (RefusalException e)
        {
            throw new StoppedException(Outcome.Failed, e.Status == System.Net.HttpStatusCode.Unauthorized
                ? $"The studio at {making.Calls.Address} does not know the caller. Make a token in its Settings and set STUDIO_TOKEN to it." : e.Message);
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException or SocketException)
        {
            return await PutUpWithAsync(
                step, new Awaited("the studio does not answer; trying again", AtOnce: true),
                $"The studio at {making.Calls.Address} does not answer ({e.Message}). Check the address and that it runs, then call again.", Breath, ct);
        }
        catch (JsonException e)
        {
            throw new StoppedException(Outcome.Failed, $"What answers at {making.Calls.Address} is no studio of this version ({e.Message}). Use the same version on both sides.");
        }
    }

    /// <summary>Shows what is waited for, and waits; ends the way with a sentence when that has lasted too long.</summary>
    private async Task<Awaited> PutUpWithAsync(Step step, Awaited standing, string sentence, TimeSpan wait, CancellationToken ct)
    {
        making.Display.Waits(step.Name, standing);
        var now = time.GetUtcNow();
        _awaySince ??= now;
        if (now + wait - _awaySince > Patience) throw new StoppedException(Outcome.Failed, sentence);
        await Task.Delay(wait, time, ct);
        return standing;
    }
}
