using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Orders;

/// <summary>Which table a kind of order lies in. The table's name is also the word that browsers are told when one of its rows changes.</summary>
public interface IOrderTable
{
    static abstract string Table { get; }

    /// <summary>Columns that only this kind has and that a worker writes, as they stand in an UPDATE, each with a comma after it.</summary>
    static abstract string OwnColumns { get; }
}

/// <summary>
/// The row of something that Venice bills, from the order to the file: one method for each move between its states. Nothing else
/// remembers the work, so a process may die between any two moves.
/// </summary>
public abstract class PaidOrder : IWorkRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public Guid BatchId { get; init; }
    public Guid LedgerId { get; init; }
    public ClipStatus Status { get; protected set; }
    public string Settings { get; protected set; } = "{}";
    public string Model { get; init; } = "";
    public string ModelName { get; init; } = "";
    public string Prompt { get; init; } = "";

    /// <summary>Micro-dollars on the button that was pressed.</summary>
    public long ShownPrice { get; protected set; }
    public long? NewPrice { get; protected set; }
    public Guid? RetryOf { get; init; }

    /// <summary>The model that Venice really uses; asking about the order needs this one (T22).</summary>
    public string? VeniceModel { get; protected set; }
    public string? QueueId { get; protected set; }

    public long? BalanceBefore { get; protected set; }
    public long? AverageMs { get; protected set; }
    public long? ElapsedMs { get; protected set; }
    public DateTimeOffset? ObservedAt { get; protected set; }
    public string? FailureKind { get; protected set; }
    public string? Sentence { get; protected set; }
    public string? SuggestedPrompt { get; protected set; }
    public string? RecommendedModel { get; protected set; }
    public bool? Refunded { get; protected set; }
    public Guid? MediaId { get; protected set; }
    public bool CleanUp { get; init; }
    public DateTimeOffset? CleanedAt { get; protected set; }
    public string? CleanNote { get; protected set; }
    public bool CancelAsked { get; init; }

    /// <summary>Failed tries of the present step in a row.</summary>
    public int Tries { get; protected set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; protected set; }
    public DateTimeOffset? FinishedAt { get; protected set; }
    public DateTimeOffset? DueAt { get; protected set; }
    public string? LeaseOwner { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public int LeasesLost { get; init; }

    /// <summary>What people call it in the middle of a sentence: a clip, a song.</summary>
    public abstract string Noun { get; }

    /// <summary>What is said when nobody knows whether Venice took it.</summary>
    public string Doubt =>
        $"The connection to Venice broke while this {Noun} was being ordered, so it may have been charged. Compare the balance at Venice, then say which it was.";

    public bool IsOver => Status is ClipStatus.Done or ClipStatus.Failed or ClipStatus.Cancelled;

    /// <summary>Nothing is bought yet, so cancelling ends it.</summary>
    public bool IsBeforePurchase => Status is ClipStatus.Reserved or ClipStatus.NeedsConsent or ClipStatus.PriceChanged;

    /// <summary>Written before the call that buys: whoever finds a row like this after a crash does not know whether it was bought.</summary>
    public void Submitting(long? balance, DateTimeOffset now) =>
        (Status, SubmittedAt, BalanceBefore, Sentence, FailureKind) = (ClipStatus.Submitting, now, balance, null, null);

    /// <summary>Venice took it. With a job's id the first look is due later; what already landed is collected at once.</summary>
    public virtual void Submitted(Receipt receipt, DateTimeOffset firstLook, DateTimeOffset now)
    {
        (VeniceModel, QueueId) = (receipt.Model, receipt.QueueId);
        (Status, DueAt) = receipt.QueueId is null ? (ClipStatus.Collecting, now) : (ClipStatus.Working, firstLook);
        (Tries, Sentence, FailureKind, Refunded) = (0, null, null, null);
    }

    /// <summary>Venice refused outright for the moment; nothing was bought and the order waits for its turn again.</summary>
    public void BackInLine(string? sentence, DateTimeOffset due) =>
        (Status, SubmittedAt, Sentence, DueAt, Tries) = (ClipStatus.Reserved, null, sentence, due, Tries + 1);

    public void Uncertain(string sentence) => (Status, Sentence, DueAt, FailureKind) = (ClipStatus.Uncertain, sentence, null, "uncertain");

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

    /// <param name="media">The stored file; null when what was bought is no file.</param>
    /// <param name="cleanUp">Venice is to delete its copy.</param>
    /// <param name="note">Something worth knowing about the file, such as that it is shorter than ordered; or null.</param>
    /// <param name="now">This moment.</param>
    public void Collected(Guid? media, bool cleanUp, string? note, DateTimeOffset now)
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

    /// <summary>The person saw that Venice had not taken it: it may be sent.</summary>
    public void SendAgain(DateTimeOffset now) =>
        (Status, SubmittedAt, Sentence, FailureKind, DueAt, Tries) = (ClipStatus.Reserved, null, null, null, now, 0);

    public void CollectAgain(DateTimeOffset now) =>
        (Status, FinishedAt, Sentence, FailureKind, DueAt, Tries) = (ClipStatus.Collecting, null, null, null, now, 0);

    public void Cleaned(DateTimeOffset now) => (CleanedAt, CleanNote, DueAt, Tries) = (now, null, null, 0);

    public void CleanLater(string note, DateTimeOffset? due) => (CleanNote, DueAt, Tries) = (note, due, Tries + 1);

    /// <summary>Whether Venice may still have it, so that asking once more can help.</summary>
    public bool CanCollectAgain => Status == ClipStatus.Failed && QueueId is not null && Refunded != true;

    /// <summary>Venice's no is a question to a person, which <see cref="Ask"/> puts on the row.</summary>
    public virtual bool IsQuestion(VeniceException refusal) => false;

    public virtual void Ask(VeniceException refusal) => throw new InvalidOperationException($"A {Noun} asks nothing.");
}
