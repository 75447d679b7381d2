using System.Text.Json;
using VeniceStudio.Server.Orders;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>A clip's row: an order with a provider's question to a person, and perhaps with a link that its bytes lie at.</summary>
public sealed class Clip : PaidOrder, IOrderTable
{
    public static string Table => "clips";

    public static string OwnColumns => "download_url = @DownloadUrl, consent = @Consent, consent_given = @ConsentGiven,";

    public override string Noun => "clip";

    /// <summary>A bearer secret that Venice tells once (T2, T28): never shown, never logged.</summary>
    public string? DownloadUrl { get; private set; }

    /// <summary>For a take: the project and the shot that it was bought for.</summary>
    public Guid? ProjectId { get; init; }

    public Guid? ShotId { get; init; }

    public string? Consent { get; private set; }
    public bool ConsentGiven { get; private set; }

    public VideoTicket? Ticket => QueueId is null ? null
        : new VideoTicket(VeniceModel ?? Model, QueueId, DownloadUrl is null ? null : new Uri(DownloadUrl));

    public ClipSettings Read() => JsonSerializer.Deserialize<ClipSettings>(Settings, ClipJson.Options)
        ?? throw new InvalidOperationException($"Clip {Id} has no settings.");

    public static Clip Ordered(
        Guid account, Guid batch, Guid id, Guid ledger, ClipSettings settings, string modelName, long shownPrice, bool cleanUp, Guid? retryOf,
        DateTimeOffset now, Guid? project = null, Guid? shot = null) => new()
        {
            Id = id,
            AccountId = account,
            BatchId = batch,
            LedgerId = ledger,
            Status = ClipStatus.Reserved,
            Settings = JsonSerializer.Serialize(settings, ClipJson.Options),
            Model = settings.Model,
            ModelName = modelName,
            Prompt = settings.Prompt,
            ShownPrice = shownPrice,
            CleanUp = cleanUp,
            RetryOf = retryOf,
            ProjectId = project,
            ShotId = shot,
            CreatedAt = now,
            DueAt = now,
        };

    public override void Submitted(Receipt receipt, DateTimeOffset firstLook, DateTimeOffset now)
    {
        base.Submitted(receipt, firstLook, now);
        DownloadUrl = receipt.DownloadUrl?.AbsoluteUri;
    }

    public override bool IsQuestion(VeniceException refusal) => refusal.Kind == VeniceErrorKind.NeedsConsent && refusal.Consent is not null;

    public override void Ask(VeniceException refusal) => (Status, Consent, SubmittedAt, DueAt, Tries) =
        (ClipStatus.NeedsConsent, JsonSerializer.Serialize(ClipConsentView.Of(refusal.Consent!), ClipJson.Options), null, null, 0);

    public void Agreed(DateTimeOffset now) => (Status, ConsentGiven, DueAt) = (ClipStatus.Reserved, true, now);
}
