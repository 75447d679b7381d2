using VeniceStudio.Server.Data;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>Where the director reads from and writes to: a project's documents and its board.</summary>
internal interface IBoardWriting
{
    /// <summary>Everything about a project; null when it or its song is gone, or it is not this account's.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="project">Its id.</param>
    /// <param name="account">Whose it has to be; null for work, whose rows belong to anybody.</param>
    Task<FilmPapers?> ReadAsync(DbSession session, Guid project, Guid? account);

    /// <summary>The board alone; null while there is none.</summary>
    Task<Board?> BoardAsync(DbSession session, Guid project);

    /// <summary>Changes the board as it stands at this moment; false when it is gone.</summary>
    /// <param name="session">The director's own row is written in the same transaction.</param>
    /// <param name="project">Whose board.</param>
    /// <param name="act">What is done, for undo.</param>
    /// <param name="change">Pure.</param>
    Task<bool> ChangeAsync(DbSession session, Guid project, string act, Func<Board, Board> change);

    /// <summary>Changes the brief as it stands at this moment; false when the project is gone.</summary>
    Task<bool> ChangeBriefAsync(DbSession session, Guid project, Func<Brief, Brief> change);
}
