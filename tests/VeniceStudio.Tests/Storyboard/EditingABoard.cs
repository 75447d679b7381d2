using FsCheck;
using FsCheck.Fluent;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Storyboard;

public sealed class EditingABoard
{
    private static readonly EditGround Ground = new(Films.Song, new HashSet<Guid>());

    [Fact]
    public void Any_edits_keep_the_song_covered_in_order_and_cuts_on_beats() => Holds(any =>
    {
        var board = any.Start;
        foreach (var wish in any.Wishes)
        {
            var before = board;
            board = any.After(board, wish);
            if (board.Shots[0].Start != 0) return "the first shot does not begin with the song";
            if (board.Shots.Zip(board.Shots.Skip(1)).Any(pair => pair.First.Start >= pair.Second.Start)) return "shots are out of order";
            if (board.Shots[^1].Start >= board.Duration || board.Duration != any.Start.Duration) return "the last shot is not inside the song";
            if (board.Shots.Select(shot => shot.Id).Distinct().Count() != board.Shots.Count) return "two shots are one";
            var moved = board.Shots.Select(shot => shot.Start).Except(before.Shots.Select(shot => shot.Start));
            if (!wish.Free && moved.FirstOrDefault(start => !BeatSnap.IsOnBeat(any.Song, start) && any.Song.Sections.All(part => part.Start != start)) is > 0 and var off) return $"a cut at {off} is beside the beat";
        }
        return null;
    });

    [Fact]
    public void An_approval_that_is_left_names_what_is_there() => Holds(any =>
    {
        var board = any.Start;
        foreach (var wish in any.Wishes) board = any.After(board, wish);
        var wrong = Enumerable.Range(0, board.Shots.Count).Where(i => board.Shots[i].Approval is not null && !ApprovalBasis.Holds(board, i, EditedBoards.Docs)).ToList();
        return wrong.Count == 0 ? null : $"shot {wrong[0] + 1} is still approved";
    });

    [Fact]
    public void Footage_is_shown_again_only_of_shots_that_have_their_own() => Holds(any =>
    {
        var board = any.Start;
        foreach (var wish in any.Wishes) board = any.After(board, wish);
        return board.Shots.All(shot => shot.SameAs is not { } source || (board.IndexOf(source) >= 0 && board.Shots[board.IndexOf(source)].SameAs is null && source != shot.Id))
            ? null : "footage of nothing is shown";
    });

    [Fact]
    public void Locked_shots_keep_what_they_show_and_where() => Holds(any =>
    {
        var board = any.Start;
        foreach (var wish in any.Wishes)
        {
            var next = any.After(board, wish);
            for (var i = 0; i < board.Shots.Count; i++)
            {
                var shot = board.Shots[i];
                if (!shot.Locked || (wish.Kind == BoardChangeKind.Lock && board.IndexOf(EditedBoards.ChangeOf(board, wish).ShotId!.Value) == i)) continue;
                var at = next.IndexOf(shot.Id);
                if (at < 0 || next.Shots[at].Start != shot.Start || next.EndOf(at) != board.EndOf(i) || next.Shots[at].Words != shot.Words || next.Shots[at].StillId != shot.StillId)
                    return $"{wish.Kind} changed the locked shot {i + 1}";
            }
            board = next;
        }
        return null;
    });

    [Fact]
    public void A_board_comes_back_from_its_row_exactly_as_it_was_written() => Holds(any =>
    {
        var board = any.Wishes.Aggregate(any.Start, any.After);
        var text = ProjectJson.Write(board);
        return ProjectJson.Write(ProjectJson.Read<Board>(text)) == text && ProjectJson.Read<Board>(text).Shots[^1].Subject == board.Shots[^1].Subject ? null : "it came back another";
    });

    [Fact]
    public void A_split_shot_is_whole_again_when_it_is_joined()
    {
        var board = Board(0, 4, 8);
        var split = Edit(board, BoardChangeKind.Split, 1, change => change with { At = 6.1 });
        Assert.Equal([0, 4, 6, 8], split.Shots.Select(shot => shot.Start));
        Assert.Equal(split.Shots[1].Words, split.Shots[2].Words);
        Assert.Null(split.Shots[2].StillId);
        Assert.Equal(split.Shots[1].Id, split.Shots[2].AngleOf);
        Assert.Equal(ProjectJson.Write(board), ProjectJson.Write(Edit(split, BoardChangeKind.Merge, 1, change => change)));
    }

    [Fact]
    public void A_cut_snaps_to_the_nearest_beat_and_with_a_modifier_goes_anywhere()
    {
        var board = Board(0, 4, 8);
        Assert.Equal(5, Edit(board, BoardChangeKind.Move, 1, change => change with { At = 5.2 }).Shots[1].Start);
        Assert.Equal(5.2, Edit(board, BoardChangeKind.Move, 1, change => change with { At = 5.2, Free = true }).Shots[1].Start);
        // Beyond its neighbours it stops at the last beat between them.
        Assert.Equal(7.5, Edit(board, BoardChangeKind.Move, 1, change => change with { At = 30 }).Shots[1].Start);
        Assert.Contains("begins with the song", No(board, BoardChangeKind.Move, 0, change => change with { At = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Reordering_moves_what_is_shown_and_leaves_the_slots_on_their_beats()
    {
        var board = Board(0, 4, 8, 9);
        var moved = Edit(board, BoardChangeKind.Reorder, 0, change => change with { To = 3 });
        Assert.Equal([0, 4, 8, 9], moved.Shots.Select(shot => shot.Start));
        Assert.Equal(["1", "2", "3", "0"], moved.Shots.Select(shot => shot.Words.Picture));

        var locked = Edit(board, BoardChangeKind.Lock, 1, change => change);
        Assert.Equal(["2", "1", "3", "0"], Edit(locked, BoardChangeKind.Reorder, 0, change => change with { To = 3 }).Shots.Select(shot => shot.Words.Picture));
        Assert.Contains("locked", No(locked, BoardChangeKind.Reorder, 0, change => change with { To = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_shot_refuses_every_edit_but_unlocking_with_a_sentence()
    {
        var board = Edit(Board(0, 4, 8), BoardChangeKind.Lock, 1, change => change);
        foreach (var kind in Enum.GetValues<BoardChangeKind>().Where(kind => kind != BoardChangeKind.Lock))
            Assert.Equal("Shot 2 is locked. Unlock it first.", No(board, kind, 1, change => change with { At = 5, To = 0, Words = ShotWords.None, CastIds = [] }));
        Assert.Equal("Shot 2 is locked. Unlock it first.", No(board, BoardChangeKind.Merge, 0, change => change));
        Assert.Equal("Shot 2 is locked. Unlock it first.", No(board, BoardChangeKind.Move, 2, change => change with { At = 7 }));
        Assert.False(Edit(board, BoardChangeKind.Lock, 1, change => change with { Flag = false }).Shots[1].Locked);
    }

    [Fact]
    public void An_edit_that_changes_nothing_gives_the_very_same_board()
    {
        var board = Board(0, 4, 8);
        Assert.Same(board, Edit(board, BoardChangeKind.Move, 1, change => change with { At = 4.1 }));
        Assert.Same(board, Edit(board, BoardChangeKind.Reorder, 1, change => change with { To = 1 }));
        Assert.Same(board, Edit(board, BoardChangeKind.Lock, 1, change => change with { Flag = false }));
    }

    [Fact]
    public void Nobody_shows_the_footage_of_itself_or_of_a_shot_that_shows_somebody_elses()
    {
        var board = Board(0, 4, 8);
        var again = Edit(board, BoardChangeKind.SameAs, 2, change => change with { SameAs = board.Shots[0].Id });
        Assert.Contains("its own footage", No(board, BoardChangeKind.SameAs, 0, change => change with { SameAs = board.Shots[0].Id }), StringComparison.Ordinal);
        Assert.Contains("Shot 3 shows the footage of shot 1", No(again, BoardChangeKind.SameAs, 0, change => change with { SameAs = board.Shots[1].Id }), StringComparison.Ordinal);
        Assert.Equal(board.Shots[0].Id, Edit(again, BoardChangeKind.SameAs, 1, change => change with { SameAs = board.Shots[2].Id }).Shots[1].SameAs);
        Assert.Contains("footage of another", No(again, BoardChangeKind.Still, 2, change => change with { StillId = Guid.NewGuid() }), StringComparison.Ordinal);
        Assert.Contains("footage of another", No(again, BoardChangeKind.Words, 2, change => change with { Words = ShotWords.None }), StringComparison.Ordinal);
    }

    [Fact]
    public void Footage_of_its_own_begins_with_the_words_of_what_was_shown_until_then()
    {
        var board = Board(0, 4, 8);
        var wordless = board with { Shots = [board.Shots[0], board.Shots[1] with { SameAs = board.Shots[0].Id, Words = ShotWords.None, WrittenBy = WrittenBy.Nobody, StillId = null }, board.Shots[2]] };
        Assert.Equal("0", wordless.WordsOf(wordless.Shots[1]).Picture);
        Assert.Equal("0", Edit(wordless, BoardChangeKind.SameAs, 1, change => change).Shots[1].Words.Picture);
        // Its own words come back where it had some.
        Assert.Equal("1", Edit(Edit(board, BoardChangeKind.SameAs, 1, change => change with { SameAs = board.Shots[0].Id }), BoardChangeKind.SameAs, 1, change => change).Shots[1].Words.Picture);
        // Both halves of it show what it showed.
        var halves = Edit(wordless, BoardChangeKind.Split, 1, change => change with { At = 6 });
        Assert.Equal("0", halves.Shots[2].Words.Picture);
        Assert.Equal(board.Shots[0].Id, Edit(wordless, BoardChangeKind.Merge, 1, change => change).Shots[1].SameAs);
    }

    private static Board Board(params double[] starts) => new(80, new FrameRate(24, 1),
        [.. starts.Select((start, i) => new Shot { Id = Guid.NewGuid(), Start = start, Words = ShotWords.None with { Picture = $"{i}" }, WrittenBy = WrittenBy.Creator, StillId = Guid.NewGuid(), Section = SlotEditing.SectionAt(Films.Song, start) })]);

    private static BoardEdit Apply(Board board, BoardChangeKind kind, int place, Func<BoardChange, BoardChange> more) =>
        BoardEditing.Apply(board, more(Films.Change(kind, board.Shots[place].Id)), Ground);

    private static Board Edit(Board board, BoardChangeKind kind, int place, Func<BoardChange, BoardChange> more) =>
        Apply(board, kind, place, more) is { Board: { } edited } ? edited : throw new InvalidOperationException(No(board, kind, place, more));

    private static string No(Board board, BoardChangeKind kind, int place, Func<BoardChange, BoardChange> more) => Apply(board, kind, place, more).Broken!.Sentence;

    private static void Holds(Func<EditedBoards, string?> broken) =>
        Prop.ForAll(EditedBoards.Any, any => broken(any) is { } rule ? throw new InvalidOperationException($"{rule}, after {string.Join("; ", any.Wishes)}") : true)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
