using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Whoever writes what shots show. It works after the commit, chunk by chunk, and changes the board as it goes.</summary>
public interface IDirecting
{
    /// <summary>Asks for words for some shots of a project, in the transaction that made them.</summary>
    /// <param name="session">Takes the request along.</param>
    /// <param name="project">Whose board it is.</param>
    /// <param name="account">Who pays.</param>
    /// <param name="shots">Shots without words, or whose words may be replaced.</param>
    /// <param name="rules">Written by rules only, which costs nothing.</param>
    /// <param name="shownMost">The most that the person agreed to, micro-dollars.</param>
    Task BeginAsync(DbSession session, Guid project, Guid account, IReadOnlyList<Guid> shots, bool rules, long shownMost);
}
