namespace VeniceStudio.Server.Data;

/// <summary>Where a shot stands on a board, as the row of a board keeps it for lists: the ids in the order of the film, each behind a space.</summary>
internal static class ShotPlace
{
    private const int LengthOfOne = 37;

    public static string Of(IEnumerable<Guid> shots) => string.Concat(shots.Select(shot => $" {shot}"));

    /// <summary>In a statement that reads <c>boards</c>: where the id of a column begins, and 0 when that shot is not on the board.</summary>
    public static string In(DbSession session, string column) => $"{(session.IsPostgres ? "STRPOS" : "INSTR")}(boards.shot_ids, {column})";

    /// <summary>The shot's number in the film, from 1, from what such a statement answered.</summary>
    public static int? Number(int? begins) => begins > 0 ? (begins + LengthOfOne - 1) / LengthOfOne : null;
}
