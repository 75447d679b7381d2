using VeniceStudio.Server.Films;

namespace VeniceStudio.Server.Making;

/// <summary>Has the film composed and measured.</summary>
internal sealed class FilmStep(FilmInTheMaking making)
{
    private bool _asked, _triedAgain;

    public async Task<Standing> AdvanceAsync(CancellationToken ct)
    {
        var films = await making.GetAsync<IReadOnlyList<FilmView>>("films", ct);
        if (films.FirstOrDefault(film => film is { State: FilmState.Done, IsCurrent: true, Media: not null }) is { } whole)
        {
            making.Film = whole;
            return new Reached(
                $"{Words.Time(whole.Media!.Seconds ?? 0)}, {whole.Media.Width}×{whole.Media.Height}", new { filmId = whole.Id, frames = whole.TotalFrames, whole.Media.Width, whole.Media.Height });
        }
        if (films.FirstOrDefault(film => film.State is FilmState.Waiting or FilmState.Composing or FilmState.Measuring) is { } under)
            return under.State switch
            {
                FilmState.Waiting => new Awaited("waiting for its turn"),
                FilmState.Composing => new Awaited("composing", under.TotalFrames == 0 ? null : under.DoneFrames / (double)under.TotalFrames),
                _ => new Awaited("measuring"),
            };
        // A failure of an earlier call may have passed; one of this call has not, unless it was the machine's: that is tried once more.
        if (_asked && films is [{ State: FilmState.Failed or FilmState.Cancelled } ended, ..])
        {
            if (_triedAgain || ended.Failure?.Kind != FilmComposing.NotNow)
                throw new StoppedException(Outcome.Failed, ended.Failure?.Sentence ?? "Somebody ended the composing. Every clip stays; call again to have it composed.");
            _triedAgain = true;
        }
        await making.PostAsync<FilmView>("films", new { }, ct);
        _asked = true;
        return new Awaited("composing", AtOnce: true);
    }
}
