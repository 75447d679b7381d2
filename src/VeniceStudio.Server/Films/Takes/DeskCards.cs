using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;

namespace VeniceStudio.Server.Films;

/// <summary>What can be done about each kind of trouble. Pure: prices are laid on afterwards.</summary>
internal static class DeskCards
{
    /// <summary>The kind of trouble; null when there is none.</summary>
    public static DeskKind? KindOf(DeskRow row, bool isTake) => row.Status switch
    {
        ClipStatus.NeedsConsent => DeskKind.Consent,
        ClipStatus.Uncertain => DeskKind.Uncertain,
        ClipStatus.PriceChanged => DeskKind.PriceChanged,
        ClipStatus.Reserved when row.Sentence is not null => DeskKind.Capacity,
        ClipStatus.Failed => Failed(row, isTake),
        _ => null,
    };

    public static DeskCardView Card(DeskRow row, DeskKind kind, bool isTake, int? number) => new(
        row.Id, isTake ? DeskOf.Take : DeskOf.Still, kind, row.ShotId, number, SentenceOf(row, kind), row.Paid, row.CreatedAt, row.Prompt, row.ReadConsent(),
        [.. Ways(row, kind, isTake)]);

    private static DeskKind Failed(DeskRow row, bool isTake) => row.FailureKind switch
    {
        "refused" or "bad-request" or "forbidden" => row.SuggestedPrompt is null && isTake && HasPicture(row) ? DeskKind.PictureRefused : DeskKind.WordsRefused,
        "blurred" or "violation" => DeskKind.WordsRefused,
        "missing-input" => DeskKind.PictureRefused,
        "unusable" when row.Sentence?.Contains("stand-in", StringComparison.Ordinal) == true => DeskKind.Placeholder,
        "no-balance" or "key-spend-limit" => DeskKind.Balance,
        "at-capacity" or "rate-limited" => DeskKind.Capacity,
        _ => DeskKind.Failed,
    };

    private static string SentenceOf(DeskRow row, DeskKind kind) => kind switch
    {
        DeskKind.Consent => "The provider asks for an agreement before it works with this picture. Read it, then agree or cancel.",
        DeskKind.PriceChanged when row.NewPrice is { } price => $"Venice now asks {Money.Dollars(price)} for it. Nothing was ordered; accept the price or cancel.",
        _ => row.Sentence ?? "It ended without saying why. Try again.",
    };

    private static IEnumerable<DeskWayView> Ways(DeskRow row, DeskKind kind, bool isTake)
    {
        var route = $"/{(isTake ? "clips" : "stills")}/{row.Id}/";
        switch (row.Status)
        {
            case ClipStatus.Uncertain:
                yield return Way(DeskAct.Charged, "It was charged", route + "charged");
                yield return Way(DeskAct.SendAgain, "Send again", route + (isTake ? "resend" : "send-again")) with { Price = row.Quoted };
                break;
            case ClipStatus.NeedsConsent:
                yield return Way(DeskAct.Agree, "Read and agree", route + "consent") with { Price = row.Quoted };
                yield return Way(DeskAct.Cancel, "Cancel it", route + "cancel");
                break;
            case ClipStatus.PriceChanged:
                yield return Way(DeskAct.AcceptPrice, "Accept the new price", route + "price") with { Price = row.NewPrice };
                yield return Way(DeskAct.Cancel, "Cancel it", route + "cancel");
                break;
            case ClipStatus.Reserved:
                yield return Way(DeskAct.Wait, "Wait: it is tried again by itself", null);
                yield return Way(DeskAct.Cancel, "Cancel it", route + "cancel");
                break;
            default:
                foreach (var way in AfterFailure(row, kind, isTake, route)) yield return way;
                break;
        }
    }

    private static IEnumerable<DeskWayView> AfterFailure(DeskRow row, DeskKind kind, bool isTake, string route)
    {
        if (row.CanCollectAgain) yield return Way(DeskAct.CollectAgain, "Collect again", route + "collect");
        if (isTake && row.SuggestedPrompt is { } words) yield return Way(DeskAct.SofterWords, "Try the softer words", Again) with { Prompt = words };
        if (isTake && row.RecommendedModel is { } model) yield return Way(DeskAct.OtherModel, "Try the recommended model", Again) with { Model = model };
        if (isTake && kind is DeskKind.PictureRefused or DeskKind.WordsRefused) yield return Way(DeskAct.OtherStill, "Give the shot another still", null);
        yield return isTake
            ? Way(DeskAct.TryAgain, "Try again as it is", Again) with { Prompt = row.Prompt, Model = row.Model }
            : Way(DeskAct.TryAgain, "Try again", route + "retry") with { Price = row.Quoted };
    }

    /// <summary>Stands for the project's own route, which takes another try.</summary>
    internal const string Again = "takes/again";

    private static DeskWayView Way(DeskAct act, string label, string? route) => new(act, label, null, null, null, null, route);

    private static bool HasPicture(DeskRow row) => row.ReadClip() is { } settings && (settings.ImageId is not null || settings.ReferenceImageIds is { Count: > 0 });
}
