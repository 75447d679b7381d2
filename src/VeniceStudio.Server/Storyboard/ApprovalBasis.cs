using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>
/// A mark of everything that an approval rests on. An approval counts only as long as its shot still has the same mark, whatever way the
/// change came: an edit, a new look, another plan, or an undo that brings an old approval back.
/// </summary>
internal static class ApprovalBasis
{
    public static string Of(Board board, int index, ProjectDocs docs)
    {
        var shot = board.Shots[index];
        var source = board.Source(shot);
        var text = string.Join('\n',
            board.StillOf(shot), shot.SameAs, shot.MovingStill, source.VideoModel ?? docs.Plan.VideoModel, docs.Plan.Resolution, docs.AspectRatio,
            (board.EndOf(index) - shot.Start).ToString("F3", CultureInfo.InvariantCulture),
            PromptComposer.Video(docs, source), PromptComposer.Negative(docs));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }

    /// <summary>True when the shot was approved exactly as it stands.</summary>
    public static bool Holds(Board board, int index, ProjectDocs docs) => board.Shots[index].Approval is { } approval && approval.Basis == Of(board, index, docs);

    /// <summary>How many shots are approved exactly as they stand.</summary>
    public static int Count(Board board, ProjectDocs docs) => Enumerable.Range(0, board.Shots.Count).Count(index => Holds(board, index, docs));

    /// <summary>The board without the approvals that a change of the concept ends; the very same board when it ends none.</summary>
    public static Board Swept(Board board, ProjectDocs before, ProjectDocs after)
    {
        var ended = Enumerable.Range(0, board.Shots.Count).Where(index => Holds(board, index, before) && !Holds(board, index, after)).ToHashSet();
        return ended.Count == 0 ? board : board with { Shots = [.. board.Shots.Select((shot, index) => ended.Contains(index) ? shot with { Approval = null } : shot)] };
    }
}
