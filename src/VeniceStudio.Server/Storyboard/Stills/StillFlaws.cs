using VeniceStudio.Server.Library;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>What Venice said against a picture that it sent all the same.</summary>
public enum StillFlaw
{
    None,
    Blurred,
    Violation,
}

/// <summary>Keeps a flaw in a small file beside the landed bytes, between the purchase and the check.</summary>
internal static class StillFlaws
{
    public static void Note(string landed, PictureAnswer picture)
    {
        if (picture.Violation || picture.Blurred) File.WriteAllText(PathOf(landed), (picture.Violation ? StillFlaw.Violation : StillFlaw.Blurred).ToString());
    }

    public static StillFlaw Of(string landed) =>
        !File.Exists(PathOf(landed)) ? StillFlaw.None : Enum.TryParse<StillFlaw>(File.ReadAllText(PathOf(landed)), out var flaw) ? flaw : StillFlaw.Violation;

    public static void Forget(string landed) => MediaStore.Forget(PathOf(landed));

    private static string PathOf(string landed) => landed + ".flaw";
}
