using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Projects;

/// <summary>What lists tell of a board without reading it.</summary>
internal sealed class BoardHead
{
    public Guid ProjectId { get; init; }
    public int Shots { get; init; }
    public int Stills { get; init; }

    /// <summary>Shots without a still for which one is ordered.</summary>
    public int Drawing { get; init; }
    public int Approved { get; init; }

    /// <summary>Shots that take a clip of their own.</summary>
    public int Bought { get; init; }

    /// <summary>Shots with a finished clip, or with footage of their creator's.</summary>
    public int Takes { get; init; }

    /// <summary>Shots whose clip is ordered and not here yet.</summary>
    public int Making { get; init; }

    /// <summary>Shots with nothing finished whose order waits for what a person says: uncertain, without consent, or dearer than shown.</summary>
    public int Asking { get; init; }
    public int Films { get; init; }

    /// <summary>Films on their way.</summary>
    public int Composing { get; init; }
    public Guid? PosterId { get; init; }
    public bool? HasPoster { get; init; }

    public string? PosterUrl => PosterId is { } id ? $"/api/media/{id}{(HasPoster == true ? "/poster" : "")}" : null;
}

internal static class BoardHeads
{
    /// <summary>By project; none for a project without a board.</summary>
    public static async Task<Dictionary<Guid, BoardHead>> BoardHeadsAsync(this DbSession session, IReadOnlyList<Guid> projects) =>
        (await session.ListAsync<BoardHead>(
            $"""
            WITH made AS (
                SELECT clips.project_id, clips.shot_id,
                    CASE WHEN clips.status = 5 AND clips.media_id IS NOT NULL THEN 1 ELSE 0 END AS here,
                    CASE WHEN clips.status IN (1, 2, 3, 4) THEN 1 ELSE 0 END AS coming,
                    CASE WHEN clips.status IN (7, 8, 10) THEN 1 ELSE 0 END AS asking
                FROM clips WHERE clips.project_id {session.Among} AND clips.shot_id IS NOT NULL AND clips.deleted_at IS NULL
                UNION ALL
                SELECT footage.project_id, footage.shot_id, 1, 0, 0 FROM footage WHERE footage.project_id {session.Among} AND footage.deleted_at IS NULL
            ),
            shot AS (SELECT project_id, shot_id, MAX(here) AS here, MAX(coming) AS coming, MAX(asking) AS asking FROM made GROUP BY project_id, shot_id),
            shown AS (
                -- A shot that is on the board no more counts for nothing.
                SELECT shot.project_id, SUM(here) AS takes, SUM(coming) AS making, SUM(CASE WHEN here = 0 THEN asking ELSE 0 END) AS asking
                FROM shot JOIN projects ON projects.id = shot.project_id
                    JOIN boards ON boards.project_id = projects.id AND boards.version = projects.board_version
                WHERE {ShotPlace.In(session, "shot.shot_id")} > 0
                GROUP BY shot.project_id
            )
            SELECT boards.project_id, boards.shots, boards.stills,
                CAST((SELECT COUNT(DISTINCT stills.shot_id) FROM stills
                    WHERE stills.project_id = projects.id AND stills.status IN (1, 2, 3, 4) AND stills.deleted_at IS NULL
                        AND {ShotPlace.In(session, "stills.shot_id")} > 0
                        AND NOT EXISTS (SELECT 1 FROM stills AS drawn WHERE drawn.project_id = projects.id AND drawn.shot_id = stills.shot_id
                            AND drawn.status = 5 AND drawn.deleted_at IS NULL)) AS INTEGER) AS drawing,
                boards.approved, boards.bought, boards.poster_id, media.has_poster,
                CAST(COALESCE(shown.takes, 0) AS INTEGER) AS takes, CAST(COALESCE(shown.making, 0) AS INTEGER) AS making,
                CAST(COALESCE(shown.asking, 0) AS INTEGER) AS asking,
                CAST((SELECT COUNT(*) FROM films WHERE films.project_id = projects.id AND films.state = 4 AND films.deleted_at IS NULL) AS INTEGER) AS films,
                CAST((SELECT COUNT(*) FROM films WHERE films.project_id = projects.id AND films.state < 4 AND films.deleted_at IS NULL) AS INTEGER) AS composing
            FROM projects JOIN boards ON boards.project_id = projects.id AND boards.version = projects.board_version
                LEFT JOIN shown ON shown.project_id = projects.id
                LEFT JOIN media ON media.id = boards.poster_id
            WHERE projects.id {session.Among}
            """, ProjectAnswers.Among(projects))).ToDictionary(board => board.ProjectId);
}
