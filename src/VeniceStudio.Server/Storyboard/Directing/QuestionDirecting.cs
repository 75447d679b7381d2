using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>Asks what a brief leaves open. The questions go into the brief, where the creator answers or skips them; none is a good answer, too.</summary>
internal sealed class QuestionDirecting(DirectionDesk desk, IBoardWriting boards, PaidAnswers answers, VideoCatalog catalog)
{
    private const int Most = 4;

    public async Task StepAsync(Direction row, WorkClaim claim, CancellationToken ct)
    {
        if (await desk.PapersAsync(row, ct) is not { } film)
        {
            await desk.FailAsync(row, claim, "The project is gone.");
            return;
        }
        try
        {
            if (await catalog.FormWriterAsync(ct) is not { } model)
            {
                await desk.FailAsync(row, claim, "Venice offers no model that writes at the moment. Go on without questions, or ask again later.");
                return;
            }
            await AskAsync(row, claim, film, model, ct);
        }
        catch (VeniceException e)
        {
            if (!await desk.PutOffAsync(row, claim, e)) await desk.FailAsync(row, claim, $"{e.Message} You can go on without questions.");
        }
    }

    private async Task AskAsync(Direction row, WorkClaim claim, FilmPapers film, VeniceModel model, CancellationToken ct)
    {
        var (questions, refusal) = await OnceAsync(null);
        // Once more after an answer that cannot be read, like everything that a model writes.
        if (questions is null && refusal is null) (questions, refusal) = await OnceAsync("Your last answer could not be read. Answer in the given form.");
        if (questions is null)
        {
            if (refusal is not null) await desk.FailAsync(row, claim, $"{refusal} You can go on without questions.");
            else await FinishAsync([], "The model's questions could not be used. Go on without them, or ask again.");
            return;
        }
        await FinishAsync(questions, questions.Count == 0 ? "Your brief leaves nothing open that would need a question." : null);

        async Task<(IReadOnlyList<BriefQuestion>? Questions, string? Refusal)> OnceAsync(string? correction)
        {
            var bought = await answers.AskAsync(row, claim, model, Ask.Questions(film, correction), _ => { }, ct);
            return bought.Answer is { IsFiltered: false } answer ? (AnswerCheck.Questions(answer.Text, Most), null) : (null, bought.Refusal);
        }

        Task FinishAsync(IReadOnlyList<BriefQuestion> asked, string? notice)
        {
            row.Finish(notice, desk.Now);
            return desk.ReleaseAsync(row, claim, session => boards.ChangeBriefAsync(session, row.ProjectId, brief => brief with { Questions = Merged(brief.Questions, asked) }));
        }
    }

    /// <summary>What the creator has answered or skipped stays; open questions give way to the new ones.</summary>
    internal static IReadOnlyList<BriefQuestion> Merged(IReadOnlyList<BriefQuestion> before, IReadOnlyList<BriefQuestion> asked)
    {
        var settled = before.Where(question => question.Skipped || !string.IsNullOrWhiteSpace(question.Answer)).ToList();
        return [.. settled, .. asked.Where(question => !settled.Exists(old => string.Equals(old.Text, question.Text, StringComparison.OrdinalIgnoreCase))).Take(Math.Max(0, Most - settled.Count))];
    }
}
