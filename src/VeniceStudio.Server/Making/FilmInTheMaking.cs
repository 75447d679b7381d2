using System.Security.Cryptography;
using System.Text;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Making;

/// <summary>What the steps share: the order, the studio, and what the steps before found there.</summary>
/// <param name="order">What was asked for.</param>
/// <param name="calls">The studio.</param>
/// <param name="agreement">Asks before money is spent.</param>
/// <param name="display">For what is worth saying between the steps.</param>
internal sealed class FilmInTheMaking(MakeOrder order, StudioCalls calls, Agreement agreement, IDisplay display)
{
    public MakeOrder Order => order;

    public StudioCalls Calls => calls;

    public Agreement Agreement => agreement;

    public IDisplay Display => display;

    public TrackView? Track { get; set; }

    public ProjectView? Project { get; set; }

    /// <summary>Whole, and of the cut as it is.</summary>
    public FilmView? Film { get; set; }

    private Guid Id => Project!.Id;

    /// <summary>The address of something of the project.</summary>
    public string PathOf(string what) => $"api/projects/{Id}/{what}";

    public Task<T> GetAsync<T>(string what, CancellationToken ct) => calls.GetAsync<T>(PathOf(what), ct);

    /// <exception cref="StoppedException">Somebody took the board, or the project, away.</exception>
    public async Task<BoardView> BoardAsync(CancellationToken ct) => await calls.FindAsync<BoardView>(PathOf("board"), ct)
        ?? throw new StoppedException(Outcome.Failed, "The storyboard is gone: the project was deleted in the studio meanwhile. The same command begins a new one.");

    public Task<T> PostAsync<T>(string what, object body, CancellationToken ct, string? key = null) => calls.SendAsync<T>(HttpMethod.Post, PathOf(what), body, ct, key);

    /// <summary>
    /// The key of an order. It follows from the project, the step and what was ordered before, so that an order whose answer was lost, even together
    /// with this program, is found again and not made twice.
    /// </summary>
    public string KeyOf(string step, int before) =>
        "make-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id} {step} {before}")))[..40];

    /// <summary>Ends the way where a person has to decide, naming what for.</summary>
    public async Task<StoppedException> AtTheDeskAsync(string what, CancellationToken ct)
    {
        var cards = await GetAsync<IReadOnlyList<DeskCardView>>("desk", ct);
        var lines = cards.Select(card => $"  {(card.Number is { } number ? $"Shot {number}: " : "")}{card.Sentence}");
        return new StoppedException(Outcome.Failed, string.Join(Environment.NewLine,
            [$"{what} Open the project \"{Project!.Title}\" in the studio ({WayIn}), decide there, then call again: it goes on from here.", .. lines]));
    }

    private string WayIn => order.Server is { } server ? server.AbsoluteUri : "./studio up";
}
