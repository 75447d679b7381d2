using VeniceStudio.Media.Editing;

namespace VeniceStudio.Server.Storyboard;

/// <summary>
/// The shots of a film in order. A shot lasts until the next one begins, the last one until the song ends, so they always cover the
/// song without gaps.
/// </summary>
/// <param name="Duration">Seconds of song.</param>
/// <param name="FrameRate">Turns seconds into frames.</param>
/// <param name="Shots">At least one; the first starts at 0.</param>
public sealed record Board(double Duration, FrameRate FrameRate, IReadOnlyList<Shot> Shots)
{
    /// <summary>What the creator should know about these cuts; null for nothing.</summary>
    public string? Note { get; init; }

    public double EndOf(int index) => index + 1 < Shots.Count ? Shots[index + 1].Start : Duration;

    public int IndexOf(Guid shot)
    {
        for (var i = 0; i < Shots.Count; i++) if (Shots[i].Id == shot) return i;
        return -1;
    }

    /// <summary>The shot whose clip a shot shows: itself, or the one whose footage it shows again.</summary>
    public Shot Source(Shot shot) => shot.SameAs is { } other && IndexOf(other) is >= 0 and var at ? Shots[at] : shot;

    /// <summary>The shot whose set another one sees from another angle; null when it sees none.</summary>
    public Shot? SetOf(Shot shot) => shot.AngleOf is { } other && IndexOf(other) is >= 0 and var at ? Source(Shots[at]) : null;

    /// <summary>The picture that a shot shows; null while there is none.</summary>
    public Guid? StillOf(Shot shot) => Source(shot).StillId;

    /// <summary>What a shot shows, in words: those of the footage where it is shown again.</summary>
    public ShotWords WordsOf(Shot shot) => Source(shot).Words;
}

/// <summary>A stretch of the song and what it shows.</summary>
public sealed record Shot
{
    public required Guid Id { get; init; }

    /// <summary>Seconds; on a beat unless the creator moved it freely.</summary>
    public required double Start { get; init; }

    /// <summary>Which section of the song it begins in.</summary>
    public int Section { get; init; }
    public ShotWords Words { get; init; } = ShotWords.None;
    public WrittenBy WrittenBy { get; init; }

    /// <summary>Cast members in it.</summary>
    public IReadOnlyList<Guid> CastIds { get; init; } = [];

    /// <summary>The picture that is shown and, after approval, animated; a media id.</summary>
    public Guid? StillId { get; init; }

    /// <summary>How its picture came, when nobody chose it; see <see cref="Arrivals"/>.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>Another shot whose footage this one shows again.</summary>
    public Guid? SameAs { get; init; }

    /// <summary>An earlier shot of the same set, which this one sees from another angle.</summary>
    public Guid? AngleOf { get; init; }

    /// <summary>No clip is bought; the still moves slowly.</summary>
    public bool MovingStill { get; init; }

    /// <summary>Another video model than the plan's; null for the plan's.</summary>
    public string? VideoModel { get; init; }

    /// <summary>Nothing but its creator changes it.</summary>
    public bool Locked { get; init; }

    /// <summary>What has to stay in the frame when it is cropped, as shares of width and height.</summary>
    public SubjectPoint Subject { get; init; } = SubjectPoint.Middle;
    public Approval? Approval { get; init; }
}

/// <summary>What a shot shows, in the words that Venice reads.</summary>
/// <param name="Picture">What is seen.</param>
/// <param name="Action">What happens while it lasts.</param>
/// <param name="Camera">How the camera moves.</param>
/// <param name="Light">How it is lit.</param>
/// <param name="Transition">How the film comes to the next shot, for the cut: "cut", "cross-fade"…</param>
/// <param name="Sung">The line that somebody in the picture sings; empty when nobody does.</param>
public sealed record ShotWords(string Picture, string Action, string Camera, string Light, string Transition, string Sung)
{
    public static ShotWords None { get; } = new("", "", "", "", "", "");
}

public enum WrittenBy
{
    Nobody,
    Director,
    Rules,
    Creator,
}

/// <param name="X">0 left to 1 right.</param>
/// <param name="Y">0 top to 1 bottom.</param>
/// <param name="Guessed">Not set by a person.</param>
public readonly record struct SubjectPoint(double X, double Y, bool Guessed)
{
    public static SubjectPoint Middle { get; } = new(0.5, 0.5, true);
}

/// <summary>A person's yes to exactly this. Changing any of it on the board withdraws it.</summary>
/// <param name="StillId">The approved picture; null for a shot whose model makes its own.</param>
/// <param name="Prompt">What Venice will read.</param>
/// <param name="Model">The video model; null for a moving still or for footage shown again.</param>
/// <param name="Duration">As the model sells it: "5s"; null as above.</param>
/// <param name="Resolution">As the model sells it; null when it has none.</param>
/// <param name="AspectRatio">As the model takes it; null when it takes none.</param>
/// <param name="Price">Micro-dollars at that moment.</param>
/// <param name="By">Who said yes; an account.</param>
/// <param name="At">When.</param>
/// <param name="Basis">A mark of everything that it rests on (see <see cref="ApprovalBasis"/>): another mark, and it holds no more.</param>
/// <param name="NegativePrompt">What Venice is to leave out; null for nothing.</param>
public sealed record Approval(
    Guid? StillId, string Prompt, string? Model, string? Duration, string? Resolution, string? AspectRatio, long Price, Guid By, DateTimeOffset At,
    string Basis = "", string? NegativePrompt = null);
