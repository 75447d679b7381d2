namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Marks a route whose answer shows a secret beside text that the visitor chose. Such an answer is never compressed: its length would
/// tell, guess by guess, how much of the secret the chosen text repeats (BREACH).
/// </summary>
internal sealed class CarriesASecret
{
    public static readonly CarriesASecret Once = new();
}
