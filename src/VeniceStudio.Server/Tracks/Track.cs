using System.Text.Json;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Correcting;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Tracks;

/// <summary>A song's row: one method for each move between its states. What the creator says (title, corrections, lyrics) is written apart from these.</summary>
public sealed class Track : IWorkRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public Guid MediaId { get; init; }

    /// <summary>Of the file; what was heard is kept by it.</summary>
    public string Sha256 { get; init; } = "";
    public TrackSource Source { get; init; }
    public string Title { get; init; } = "";
    public string? Artist { get; init; }

    /// <summary>Seconds by the file's header until it has been decoded, then what really sounds.</summary>
    public double Seconds { get; private set; }
    public TrackState State { get; private set; }
    public HearingStage? Stage { get; private set; }

    /// <summary>0 to 1, of the present stage.</summary>
    public double Share { get; private set; }
    public string? FailureKind { get; private set; }
    public string? Sentence { get; private set; }

    /// <summary>Which analyser's hearing counts; null before the first.</summary>
    public int? HeardVersion { get; private set; }
    public double? Tempo { get; private set; }
    public int? Meter { get; private set; }
    public double? Confidence { get; private set; }
    public bool? Steady { get; private set; }
    public string? Corrections { get; init; }
    public int CorrectionsVersion { get; init; }
    public string? Lyrics { get; init; }
    public LyricsState LyricsState { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DueAt { get; private set; }
    public string? LeaseOwner { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public int LeasesLost { get; init; }

    public static Track New(Guid account, Guid media, string sha256, TrackSource source, string title, string? artist, double seconds, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), AccountId = account, MediaId = media, Sha256 = sha256, Source = source, Title = title, Artist = artist,
        Seconds = seconds, State = TrackState.Waiting, CreatedAt = now, DueAt = now,
    };

    /// <summary>What the creator says against what was heard.</summary>
    public Corrections ReadCorrections() => (Corrections is null ? null : JsonSerializer.Deserialize<Corrections>(Corrections, TrackJson.Options))
        is { } said ? said with { Version = CorrectionsVersion } : new Corrections { Version = CorrectionsVersion };

    /// <summary>How far listening is.</summary>
    public void Listening(HearingStage stage, double share) =>
        (State, Stage, Share, FailureKind, Sentence) = (TrackState.Listening, stage, share, null, null);

    /// <summary>Heard: the corrected song's numbers go into the row, for lists.</summary>
    public void Heard(int version, HeardSong corrected)
    {
        (State, Stage, Share, FailureKind, Sentence, DueAt) = (TrackState.Heard, null, 1, null, null, null);
        (HeardVersion, Seconds) = (version, corrected.Duration);
        Show(corrected);
    }

    /// <summary>Takes over the numbers that lists show.</summary>
    public void Show(HeardSong corrected) => (Tempo, Meter, Confidence, Steady) =
        (corrected.Grid.IsSteady ? corrected.Grid.Tempo : null, corrected.Grid.IsSteady ? corrected.Grid.Meter : null, corrected.Grid.Confidence, corrected.Grid.IsSteady);

    public void Fail(string kind, string sentence) =>
        (State, Stage, FailureKind, Sentence, DueAt) = (TrackState.Failed, null, kind, sentence, null);

    /// <summary>Something on this side went wrong that passes.</summary>
    public void TryAgain(DateTimeOffset due) => (State, Stage, Share, DueAt) = (TrackState.Waiting, null, 0, due);
}

/// <summary>Where a song comes from.</summary>
public enum TrackSource
{
    Upload = 1,
    Venice = 2,
}

/// <summary>How far the studio has heard a song.</summary>
public enum TrackState
{
    Waiting = 1,
    Listening = 2,
    Heard = 3,
    Failed = 4,
    Cancelled = 5,
}

/// <summary>What is known of a song's words.</summary>
public enum LyricsState
{
    None = 0,
    Untimed = 1,
    Timed = 2,
    Instrumental = 3,
}
