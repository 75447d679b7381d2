using FsCheck;
using FsCheck.Fluent;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Tests.Media;

namespace VeniceStudio.Tests.Storyboard;

/// <summary>A song, a board cut to it whose every shot is approved, and edits that somebody might make.</summary>
internal sealed record EditedBoards(HeardSong Song, Board Start, IReadOnlyList<EditedBoards.Wish> Wishes)
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid())];

    public static ProjectDocs Docs { get; } = new(
        new Brief { Theme = "fog" }, new Look { Style = "ink" }, [.. People.Select((id, i) => new CastMember(id, CastKind.Person, $"N{i}", "tall", []))], new PlanSettings());

    /// <summary>An edit, told by shares so that it fits any board.</summary>
    public sealed record Wish(BoardChangeKind Kind, int Place, int Other, int Along, bool Free);

    public EditGround Ground => new(Song, People.ToHashSet());

    public static Arbitrary<EditedBoards> Any => (
        from tempo in Gen.Choose(50, 190)
        from meter in Gen.Elements(3, 4, 7)
        from seconds in Gen.Choose(12, 90)
        from bars in Gen.ArrayOf(Gen.Choose(2, 9)).Where(bars => bars.Length > 0)
        from pace in Gen.Elements(Enum.GetValues<CutPace>())
        from wishes in Gen.ListOf(Wishing)
        select Of(CutSong.OfBars($"{tempo}", seconds, _ => tempo, meter, bars).Song, pace, [.. wishes])).ToArbitrary();

    private static Gen<Wish> Wishing =>
        from kind in Gen.Elements(
            BoardChangeKind.Split, BoardChangeKind.Split, BoardChangeKind.Merge, BoardChangeKind.Merge, BoardChangeKind.Move, BoardChangeKind.Move, BoardChangeKind.Reorder,
            BoardChangeKind.Words, BoardChangeKind.Cast, BoardChangeKind.Still, BoardChangeKind.Lock, BoardChangeKind.MovingStill, BoardChangeKind.SameAs, BoardChangeKind.Subject,
            BoardChangeKind.Model)
        from place in Gen.Choose(0, 999)
        from other in Gen.Choose(0, 999)
        from along in Gen.Choose(-50, 1050)
        from free in Gen.Elements(false, false, true)
        select new Wish(kind, place, other, along, free);

    /// <summary>The edit as the page would send it.</summary>
    public static BoardChange ChangeOf(Board board, Wish wish)
    {
        var place = wish.Place * board.Shots.Count / 1000;
        var shot = board.Shots[place];
        var other = board.Shots[wish.Other * board.Shots.Count / 1000];
        var (low, high) = (board.Shots[Math.Max(0, place - (wish.Kind == BoardChangeKind.Move ? 1 : 0))].Start, board.EndOf(place));
        return new BoardChange(
            wish.Kind, shot.Id, null, low + (high - low) * wish.Along / 1000, wish.Free, board.IndexOf(other.Id),
            new ShotWords($"Picture {wish.Other}", "", "", "", "", ""), [People[wish.Other % 3]], wish.Free ? null : Guid.NewGuid(),
            wish.Kind == BoardChangeKind.SameAs && !wish.Free ? other.Id : null, !wish.Free, wish.Free ? null : "model", new SubjectPoint(0.2, 0.3, true));
    }

    /// <summary>Makes an edit; what cannot be made leaves the board as it is.</summary>
    public Board After(Board board, Wish wish) => BoardEditing.Apply(board, ChangeOf(board, wish), Ground).Board ?? board;

    private static EditedBoards Of(HeardSong song, CutPace pace, IReadOnlyList<Wish> wishes)
    {
        var cuts = CutPlanner.Plan(song, CutTaste.Of(pace), ClipLengths.Any);
        var board = BoardDraft.Of(song, new PlanSettings(), cuts, null);
        board = board with { Shots = [.. board.Shots.Select((shot, i) => shot with { StillId = Guid.NewGuid(), Words = ShotWords.None with { Picture = $"{i}" }, WrittenBy = WrittenBy.Rules })] };
        return new EditedBoards(song, Approved(board), wishes);
    }

    private static Board Approved(Board board) => board with
    {
        Shots = [.. board.Shots.Select((shot, i) => shot with
        {
            Approval = new Approval(shot.StillId, "", null, null, null, null, 0, Guid.NewGuid(), DateTimeOffset.UnixEpoch, ApprovalBasis.Of(board, i, Docs)),
        })],
    };
}
