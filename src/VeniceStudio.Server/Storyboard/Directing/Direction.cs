using System.Text.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>One piece of the director's work: one method for each move between its states. Money in micro-dollars.</summary>
internal sealed class Direction : IWorkRow
{
    public const string Table = "directions";

    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public Guid ProjectId { get; init; }
    public DirectionKind Kind { get; init; }
    public DirectionState State { get; private set; }
    public string Request { get; init; } = "";

    /// <summary>Shots that are settled, of <see cref="Total"/>.</summary>
    public int Done { get; private set; }
    public int Total { get; init; }

    /// <summary>The rules write what is left.</summary>
    public bool ByRules { get; private set; }

    /// <summary>Shots that no usable answer came for: the rules wrote them, or they kept their words.</summary>
    public int Ruled { get; private set; }

    /// <summary>The film in a few sentences, which keeps later answers in line with the first.</summary>
    public string? Treatment { get; private set; }

    /// <summary>A paid answer on its way to the board.</summary>
    public string? Answer { get; private set; }
    public string? Proposals { get; private set; }

    /// <summary>The ledger line of the answer under way.</summary>
    public Guid? LedgerId { get; init; }
    public long Paid { get; init; }
    public string? Notice { get; private set; }

    /// <summary>Failures in a row of the present chunk.</summary>
    public int Tries { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }
    public int LeasesLost { get; init; }

    public static Direction New(Guid account, Guid project, DirectionKind kind, DirectionRequest request, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), AccountId = account, ProjectId = project, Kind = kind, State = DirectionState.Waiting,
        Request = JsonSerializer.Serialize(request, ClipJson.Options), Total = request.ShotIds.Count, ByRules = request.Rules, CreatedAt = now, DueAt = now,
    };

    public DirectionRequest ReadRequest() => JsonSerializer.Deserialize<DirectionRequest>(Request, ClipJson.Options)!;

    public IReadOnlyList<WrittenShot>? ReadAnswer() => Answer is null ? null : JsonSerializer.Deserialize<List<WrittenShot>>(Answer, ClipJson.Options);

    public IReadOnlyList<ProposalView> ReadProposals() => Proposals is null ? [] : JsonSerializer.Deserialize<List<ProposalView>>(Proposals, ClipJson.Options) ?? [];

    /// <summary>A chunk is written, in this row only so far.</summary>
    /// <param name="shots">The words.</param>
    /// <param name="ruled">How many of them the rules had to write.</param>
    /// <param name="treatment">What the film is about; null keeps what is known.</param>
    public void Answered(IReadOnlyList<WrittenShot> shots, int ruled, string? treatment)
    {
        (State, Answer, Tries) = (DirectionState.Working, JsonSerializer.Serialize(shots, ClipJson.Options), 0);
        (Ruled, Treatment) = (Ruled + ruled, Treatment ?? treatment);
    }

    /// <summary>The answer is on the board; the next chunk is due.</summary>
    public void Written(int shots, DateTimeOffset now) => (State, Answer, Done, DueAt) = (DirectionState.Working, null, Math.Min(Total, Done + shots), now);

    /// <summary>More proposals; nothing on the board changes. <c>kept</c> shots got none and keep their words.</summary>
    public void Proposed(IReadOnlyList<ProposalView> more, int shots, int kept, DateTimeOffset now)
    {
        Proposals = JsonSerializer.Serialize(ReadProposals().Concat(more), ClipJson.Options);
        (Tries, Ruled) = (0, Ruled + kept);
        Written(shots, now);
    }

    /// <summary>Something that passes: the same chunk again.</summary>
    public void TryAgain(DateTimeOffset due) => (Tries, DueAt) = (Tries + 1, due);

    /// <summary>No model will write the rest.</summary>
    public void LeaveToRules(string notice, DateTimeOffset now) => (ByRules, Notice, DueAt, Tries) = (true, notice, now, 0);

    public void Finish(string? notice, DateTimeOffset now) =>
        (State, Done, Notice, FinishedAt, DueAt) = (DirectionState.Done, Total, notice ?? Notice, now, null);

    public void Fail(string notice, DateTimeOffset now) => (State, Answer, Notice, FinishedAt, DueAt) = (DirectionState.Failed, null, notice, now, null);
}

/// <summary>What was asked for.</summary>
/// <param name="ShotIds">The shots to be written, in the order of the film; none for questions.</param>
/// <param name="Sentence">For a rewriting: what is to change.</param>
/// <param name="Rules">Written by rules only.</param>
/// <param name="ShownMost">Micro-dollars that the person agreed to.</param>
internal sealed record DirectionRequest(IReadOnlyList<Guid> ShotIds, string? Sentence, bool Rules, long ShownMost);
