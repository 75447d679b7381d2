using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>An export's row: one method for each move between its states.</summary>
public sealed class Export : IWorkRow
{
    public Guid Id { get; init; }
    public Guid ProjectId { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>What it is made from; null for what is made from the project itself.</summary>
    public Guid? FilmId { get; init; }
    public ExportKind Kind { get; init; }
    public string Settings { get; init; } = "{}";
    public ExportState State { get; private set; }

    /// <summary>0 to 1.</summary>
    public double Share { get; private set; }
    public string Name { get; init; } = "";
    public string MimeType { get; init; } = "";
    public long? Bytes { get; private set; }
    public string? FailureKind { get; private set; }
    public string? Sentence { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }
    public string? LeaseOwner { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public int LeasesLost { get; init; }

    /// <summary>With its dot.</summary>
    public string Extension => Path.GetExtension(Name);

    public MakeExport Read() => ProjectJson.Read<MakeExport>(Settings);

    internal static Export Asked(Project project, Guid? film, MakeExport wish, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), ProjectId = project.Id, AccountId = project.AccountId, FilmId = film, Kind = wish.Kind,
        Settings = ProjectJson.Write(wish), State = ExportState.Waiting, Name = ExportKinds.NameOf(wish.Kind, project.Title),
        MimeType = ExportKinds.MimeTypeOf(wish.Kind), CreatedAt = now, DueAt = now,
    };

    public void Making(double share) => (State, Share) = (ExportState.Making, Math.Clamp(Math.Round(share, 3), 0, 1));

    public void Made(long bytes, DateTimeOffset now) =>
        (State, Share, Bytes, FinishedAt, DueAt, FailureKind, Sentence) = (ExportState.Done, 1, bytes, now, null, null, null);

    public void Fail(string kind, string sentence, DateTimeOffset now) =>
        (State, FailureKind, Sentence, FinishedAt, DueAt) = (ExportState.Failed, kind, sentence, now, null);
}
