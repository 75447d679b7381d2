using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>The films' statements, one method each.</summary>
internal static class FilmSql
{
    public const string Table = "films";

    private const string LetGo = "lease_owner = NULL, lease_until = NULL, leases_lost = 0";

    public static Task InsertFilmAsync(this DbSession session, Film film) => session.ExecuteAsync(
        """
        INSERT INTO films (id, project_id, account_id, number, state, board_version, cut, plan_hash, total_frames, created_at, due_at)
        VALUES (@Id, @ProjectId, @AccountId, @Number, @State, @BoardVersion, @Cut, @PlanHash, @TotalFrames, @CreatedAt, @DueAt)
        """, film);

    public static Task<int> NextFilmNumberAsync(this DbSession session, Guid project) =>
        session.OneAsync<int>("SELECT COALESCE(MAX(number), 0) + 1 FROM films WHERE project_id = @project", new { project });

    /// <summary>A film whose project is still there.</summary>
    public static Task<Film?> FilmOfAsync(this DbSession session, Guid account, Guid id) => session.OneAsync<Film>(
        """
        SELECT films.* FROM films JOIN projects ON projects.id = films.project_id AND projects.deleted_at IS NULL
        WHERE films.id = @id AND films.account_id = @account AND films.deleted_at IS NULL
        """, new { id, account });

    /// <summary>Newest first.</summary>
    public static Task<IReadOnlyList<Film>> FilmsAsync(this DbSession session, Guid project) => session.ListAsync<Film>(
        "SELECT * FROM films WHERE project_id = @project AND deleted_at IS NULL ORDER BY number DESC", new { project });

    /// <summary>Writes how far it is; false when it was cancelled, deleted or taken over. Whoever gets on is not what ends processes.</summary>
    public static async Task<bool> ProgressAsync(this DbSession session, Film film, WorkClaim claim) => await session.ExecuteAsync(
        """
        UPDATE films SET state = @State, leases_lost = CASE WHEN done_frames < @DoneFrames THEN 0 ELSE leases_lost END, done_frames = @DoneFrames
        WHERE id = @Id AND lease_owner = @Owner
        """, new { film.State, film.DoneFrames, film.Id, claim.Owner }) == 1;

    /// <summary>Writes a step's result and lets the row go; false when it was cancelled, deleted or taken over meanwhile.</summary>
    public static async Task<bool> ReleaseFilmAsync(this DbSession session, Film film, WorkClaim claim)
    {
        var parameters = new Dapper.DynamicParameters(film);
        parameters.Add("owner", claim.Owner);
        return await session.ExecuteAsync(
            $"""
            UPDATE films SET state = @State, done_frames = @DoneFrames, media_id = @MediaId, scorecard = @Scorecard, failure_kind = @FailureKind,
                sentence = @Sentence, finished_at = @FinishedAt, due_at = @DueAt, {LetGo}
            WHERE id = @Id AND lease_owner = @owner
            """, parameters) == 1;
    }

    /// <summary>Ends it at once, whoever has it in hand. False: there was nothing to end.</summary>
    public static async Task<bool> CancelFilmAsync(this DbSession session, Guid id) => await session.ExecuteAsync(
        $"UPDATE films SET state = @Cancelled, finished_at = @Now, due_at = NULL, {LetGo} WHERE id = @id AND state IN (@Waiting, @Composing, @Measuring)",
        new
        {
            id, session.Now, Cancelled = (int)FilmState.Cancelled, Waiting = (int)FilmState.Waiting, Composing = (int)FilmState.Composing,
            Measuring = (int)FilmState.Measuring,
        }) == 1;

    public static Task DeleteFilmAsync(this DbSession session, Guid id) => session.ExecuteAsync(
        $"UPDATE films SET deleted_at = @Now, due_at = NULL, {LetGo} WHERE id = @id", new { id, session.Now });
}
