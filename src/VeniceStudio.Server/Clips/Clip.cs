using System.Text.Json;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>
/// A clip's row, from the order to the file: one method for each move between its states. Nothing else remembers the work, so a
/// process may die between any two moves.
/// </summary>
public sealed class Clip : IWorkRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public Guid BatchId { get; init; }
    public Guid LedgerId { get; init; }
    public ClipStatus Status { get; private set; }
    public string Settings { get; init; } = "{}";
    public string Model { get; init; } = "";
    public string ModelName { get; init; } = "";
    public string Prompt { get; init; } = "";

    /// <summary>Micro-dollars on the button that was pressed.</summary>
    public long ShownPrice { get; private set; }
    public long? NewPrice { get; private set; }
    public Guid? RetryOf { get; init; }

    /// <summary>The model that Venice really uses; asking about the clip needs this one (T22).</summary>
    public string? VeniceModel { get; private set; }
    public string? QueueId { get; private set; }

    /// <summary>A bearer secret that Venice tells once (T2, T28): never shown, never logged.</summary>
    public string? DownloadUrl { get; private set; }

    public long? BalanceBefore { get; private set; }
    public long? AverageMs { get; private set; }
    public long? ElapsedMs { get; private set; }
    public DateTimeOffset? ObservedAt { get; private set; }
    public string? FailureKind { get; private set; }
    public string? Sentence { get; private set; }
    public string? SuggestedPrompt { get; private set; }
    public string? RecommendedModel { get; private set; }
    public bool? Refunded { get; private set; }
    public string? Consent { get; private set; }
    public bool ConsentGiven { get; private set; }
    public Guid? MediaId { get; private set; }
    public bool CleanUp { get; init; }
    public DateTimeOffset? CleanedAt { get; private set; }
    public string? CleanNote { get; private set; }
    public bool CancelAsked { get; init; }

    /// <summary>Failed tries of the present step in a row.</summary>
    public int Tries { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }
    public string? LeaseOwner { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public int LeasesLost { get; init; }

    public bool IsOver => Status is ClipStatus.Done or ClipStatus.Failed or ClipStatus.Cancelled;

    public VideoTicket? Ticket => QueueId is null ? null
        : new VideoTicket(VeniceModel ?? Model, QueueId, DownloadUrl is null ? null : new Uri(DownloadUrl));

    public ClipSettings Read() => JsonSerializer.Deserialize<ClipSettings>(Settings, ClipJson.Options)
        ?? throw new InvalidOperationException($"Clip {Id} has no settings.");

    public static Clip Ordered(
        Guid account, Guid batch, Guid id, Guid ledger, ClipSettings settings, string modelName, long shownPrice, bool cleanUp, Guid? retryOf,
        DateTimeOffset now) => new()
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
            CreatedAt = now,
            DueAt = now,
        };

    /// <summary>Written before the call that buys: whoever finds a row like this after a crash does not know whether it was bought.</summary>
    public void Submitting(long? balance, DateTimeOffset now) =>
        (Status, SubmittedAt, BalanceBefore, Sentence, FailureKind) = (ClipStatus.Submitting, now, balance, null, null);

    public void Submitted(VideoTicket ticket, DateTimeOffset firstLook)
    {
        (Status, VeniceModel, QueueId, DownloadUrl) = (ClipStatus.Working, ticket.Model, ticket.QueueId, ticket.DownloadUrl?.AbsoluteUri);
        (Tries, DueAt, Sentence, FailureKind, Refunded) = (0, firstLook, null, null, null);
    }

    /// <summary>Venice refused outright for the moment; nothing was bought and the order waits for its turn again.</summary>
    public void BackInLine(string? sentence, DateTimeOffset due) =>
        (Status, SubmittedAt, Sentence, DueAt, Tries) = (ClipStatus.Reserved, null, sentence, due, Tries + 1);

    public void Uncertain(string sentence) => (Status, Sentence, DueAt, FailureKind) = (ClipStatus.Uncertain, sentence, null, "uncertain");

    public void AskConsent(VeniceConsent consent) =>
        (Status, Consent, SubmittedAt, DueAt, Tries) = (ClipStatus.NeedsConsent, JsonSerializer.Serialize(ClipConsentView.Of(consent), ClipJson.Options), null, null, 0);

    public void Agreed(DateTimeOffset now) => (Status, ConsentGiven, DueAt) = (ClipStatus.Reserved, true, now);

    public void AskPrice(long newPrice, string sentence) =>
        (Status, NewPrice, Sentence, DueAt) = (ClipStatus.PriceChanged, newPrice, sentence, null);

    public void PriceAccepted(long price, DateTimeOffset now) =>
        (Status, ShownPrice, NewPrice, Sentence, DueAt, Tries) = (ClipStatus.Reserved, price, null, null, now, 0);

    public void Observed(long? averageMs, long? elapsedMs, DateTimeOffset now, DateTimeOffset nextLook)
    {
        (AverageMs, ElapsedMs, ObservedAt) = (averageMs ?? AverageMs, elapsedMs, now);
        (DueAt, Tries, Sentence) = (nextLook, 0, null);
    }

    /// <summary>Asking went wrong in a way that passes.</summary>
    public void LookAgain(string sentence, DateTimeOffset due) => (Sentence, DueAt, Tries) = (sentence, due, Tries + 1);

    /// <summary>Waits without anything having gone wrong.</summary>
    public void Wait(DateTimeOffset? due) => DueAt = due;

    public void Collecting(DateTimeOffset now) => (Status, DueAt, Tries, Sentence) = (ClipStatus.Collecting, now, 0, null);

    /// <param name="note">Something worth knowing about the file, such as that it is shorter than ordered; or null.</param>
    public void Collected(Guid media, bool cleanUp, string? note, DateTimeOffset now)
    {
        (Status, MediaId, FinishedAt, Sentence, FailureKind, Tries) = (ClipStatus.Done, media, now, note, null, 0);
        DueAt = cleanUp ? now : null;
    }

    public void Fail(string kind, string sentence, DateTimeOffset now)
    {
        (Status, FailureKind, Sentence, FinishedAt, DueAt) = (ClipStatus.Failed, kind, sentence, now, null);
    }

    public void Explain(string? suggestedPrompt, string? recommendedModel, bool? refunded) =>
        (SuggestedPrompt, RecommendedModel, Refunded) = (suggestedPrompt, recommendedModel, refunded);

    /// <summary>Before it was sent: nothing was bought. (Afterwards only the wish is noted: what was paid is still collected.)</summary>
    public void Cancel(DateTimeOffset now) => (Status, FinishedAt, DueAt, Sentence) = (ClipStatus.Cancelled, now, null, null);

    /// <summary>Nothing is bought yet, so cancelling ends it.</summary>
    public bool IsBeforePurchase => Status is ClipStatus.Reserved or ClipStatus.NeedsConsent or ClipStatus.PriceChanged;

    /// <summary>The person saw that Venice had not taken it: it may be sent.</summary>
    public void SendAgain(DateTimeOffset now) =>
        (Status, SubmittedAt, Sentence, FailureKind, DueAt, Tries) = (ClipStatus.Reserved, null, null, null, now, 0);

    public void CollectAgain(DateTimeOffset now) =>
        (Status, FinishedAt, Sentence, FailureKind, DueAt, Tries) = (ClipStatus.Collecting, null, null, null, now, 0);

    public void Cleaned(DateTimeOffset now) => (CleanedAt, CleanNote, DueAt, Tries) = (now, null, null, 0);

    public void CleanLater(string note, DateTimeOffset? due) => (CleanNote, DueAt, Tries) = (note, due, Tries + 1);
}
