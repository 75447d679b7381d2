namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>A shot's words, ready for the board.</summary>
/// <param name="Id">The shot.</param>
/// <param name="By">The director or the rules.</param>
/// <param name="CastIds">Who is in it.</param>
/// <param name="Subject">Where the eye should rest; a guess.</param>
internal sealed record WrittenShot(Guid Id, ShotWords Words, WrittenBy By, IReadOnlyList<Guid> CastIds, SubjectPoint Subject)
{
    /// <summary>
    /// The shot with these words. What its creator locked or wrote meanwhile stays as it is; a point that a person set stays; a yes to other
    /// words is none to these.
    /// </summary>
    public Shot Onto(Shot shot) => shot.Locked || shot.WrittenBy == WrittenBy.Creator ? shot : shot with
    {
        Words = Words, WrittenBy = By, CastIds = CastIds, Subject = shot.Subject.Guessed ? Subject : shot.Subject, Approval = null,
    };
}
