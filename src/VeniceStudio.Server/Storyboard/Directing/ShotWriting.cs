using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>What came of asking for some shots.</summary>
/// <param name="Shots">Checked words.</param>
/// <param name="Missing">Shots that two answers brought nothing usable for.</param>
/// <param name="Treatment">The film in a few sentences, when it was told.</param>
/// <param name="Refusal">Why nothing was bought at all, in a sentence; null when something was.</param>
internal sealed record ShotBatch(IReadOnlyList<WrittenShot> Shots, IReadOnlyList<ShotSlot> Missing, string? Treatment, string? Refusal);

/// <summary>Has a model write some shots, and has it mend once what it did badly.</summary>
internal sealed class ShotWriting(PaidAnswers answers)
{
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal) { "picture", "action", "camera", "light" };

    /// <param name="row">Who asks; pays.</param>
    /// <param name="claim">Of the row.</param>
    /// <param name="film">For the cast.</param>
    /// <param name="model">Who writes.</param>
    /// <param name="slots">What is asked for.</param>
    /// <param name="ask">The question for some of the slots, with a word on what was wrong before.</param>
    /// <param name="live">Told every field while it grows; null when nobody watches.</param>
    /// <param name="ct">Ends it; what came until then is paid.</param>
    /// <exception cref="VeniceException">Venice does not answer, and nothing usable came.</exception>
    public async Task<ShotBatch> WriteAsync(
        Direction row, WorkClaim claim, FilmPapers film, VeniceModel model, IReadOnlyList<ShotSlot> slots, Func<IReadOnlyList<ShotSlot>, string?, Ask> ask,
        LiveWriting? live, CancellationToken ct)
    {
        var (first, refusal) = await OnceAsync(row, claim, film, model, slots, ask(slots, null), live, ct);
        if (first is null) return new ShotBatch([], slots, null, refusal);
        if (first.Missing.Count == 0) return new ShotBatch(first.Shots, [], first.Treatment, null);
        try
        {
            var (second, _) = await OnceAsync(row, claim, film, model, first.Missing, ask(first.Missing, first.Wrong), live, ct);
            if (second is not null) return new ShotBatch([.. first.Shots, .. second.Shots], second.Missing, first.Treatment ?? second.Treatment, null);
        }
        catch (VeniceException)
        {
            // The first answer was paid and is worth keeping; what it lacks is written by rules.
        }
        return new ShotBatch(first.Shots, first.Missing, first.Treatment, null);
    }

    private async Task<(CheckedAnswer? Answer, string? Refusal)> OnceAsync(
        Direction row, WorkClaim claim, FilmPapers film, VeniceModel model, IReadOnlyList<ShotSlot> slots, Ask ask, LiveWriting? live, CancellationToken ct)
    {
        var reader = new AnswerReader();
        var byNumber = slots.ToDictionary(slot => slot.Number, slot => slot.Id);
        try
        {
            var bought = await answers.AskAsync(row, claim, model, ask, Heard, ct);
            return bought.Answer is { } answer ? (AnswerCheck.Shots(answer, reader, slots, film.Cast), null) : (null, bought.Refusal);
        }
        catch (VeniceException) when (reader.Shots.Count > 0)
        {
            // The stream broke off: the shots that were complete count, and the rest is asked for like that of any answer cut short.
            return (AnswerCheck.Shots(new ChatAnswer(reader.All, "length", null, null), reader, slots, film.Cast), null);
        }

        void Heard(string piece)
        {
            foreach (var grown in reader.Feed(piece))
                if (live is not null && Shown.Contains(grown.Field) && byNumber.TryGetValue(grown.Shot, out var shot)) live.Tell(new LivePiece(shot, grown.Field, AnswerCheck.Live(grown.Text)));
        }
    }
}
