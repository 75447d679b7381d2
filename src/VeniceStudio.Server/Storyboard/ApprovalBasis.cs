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

    /// <summary>The board without approvals that do not hold any more; the very same board when all do.</summary>
    public static Board Swept(Board board, ProjectDocs docs)
    {
        if (!board.Shots.Where((shot, index) => shot.Approval is not null && !Holds(board, index, docs)).Any()) return board;
        return board with { Shots = [.. board.Shots.Select((shot, index) => Holds(board, index, docs) ? shot : shot with { Approval = null })] };
    }
}
