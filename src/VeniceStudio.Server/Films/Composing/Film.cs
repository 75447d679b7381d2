using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>A film's row: one method for each move between its states.</summary>
public sealed class Film : IWorkRow
{
    public Guid Id { get; init; }
    public Guid ProjectId { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>From 1 within its project.</summary>
    public int Number { get; init; }
    public FilmState State { get; private set; }

    /// <summary>The board that it shows.</summary>
    public int BoardVersion { get; init; }

    /// <summary>The cut that it shows, with every choice that the studio made written out: a take that arrives later changes nothing.</summary>
    public string Cut { get; init; } = "{}";

    /// <summary>Stands for everything that decides a frame.</summary>
    public string PlanHash { get; init; } = "";
    public int DoneFrames { get; private set; }
    public int TotalFrames { get; init; }
    public Guid? MediaId { get; private set; }
    public string? Scorecard { get; private set; }
    public string? FailureKind { get; private set; }
    public string? Sentence { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }
    public string? LeaseOwner { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public int LeasesLost { get; init; }

    public bool IsOver => State is FilmState.Done or FilmState.Failed or FilmState.Cancelled;

    internal static Film Asked(CutTimeline cut, string planHash, int number, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), ProjectId = cut.Scene.Project.Id, AccountId = cut.Scene.Project.AccountId, Number = number, State = FilmState.Waiting,
        BoardVersion = cut.Scene.Project.BoardVersion, Cut = ProjectJson.Write(cut.Settled()), PlanHash = planHash, TotalFrames = cut.Frames,
        CreatedAt = now, DueAt = now,
    };

    public void Composing(int frames) => (State, DoneFrames) = (FilmState.Composing, frames);

    public void Measuring() => (State, DoneFrames) = (FilmState.Measuring, TotalFrames);

    public void Made(Guid media, string scorecard, DateTimeOffset now) =>
        (State, DoneFrames, MediaId, Scorecard, FinishedAt, DueAt, FailureKind, Sentence) = (FilmState.Done, TotalFrames, media, scorecard, now, null, null, null);

    public void Fail(string kind, string sentence, DateTimeOffset now) =>
        (State, FailureKind, Sentence, FinishedAt, DueAt) = (FilmState.Failed, kind, sentence, now, null);
}
