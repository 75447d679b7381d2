namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>The most that the director's words cost at the moment, micro-dollars. Usually it is a third of that.</summary>
/// <param name="Model">The name of the model that writes.</param>
/// <param name="Board">Words for the whole board as it would be cut now; for a usual number of shots before the song was heard.</param>
/// <param name="Questions">Asking about the brief.</param>
/// <param name="Rewrite">Rewriting as many shots as were asked about.</param>
public sealed record WordsPriceView(string Model, long Board, long Questions, long Rewrite);
