using static VeniceStudio.Simulator.Faults.FaultMoment;

namespace VeniceStudio.Simulator.Faults;

/// <summary>Every switch there is. GET /admin/faults shows this table; nothing else names a switch to a reader.</summary>
public static class FaultKinds
{
    /// <summary>The table, in the order in which a reader meets the moments.</summary>
    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new("429", Request, "seconds until reset (60)", "Rate limited, with reset headers."),
        new("429-bare", Request, null, "Rate limited, saying nothing about when to come back."),
        new("abuse", Request, null, "The abuse guard's answer."),
        new("401", Request, null, "The key is rejected."),
        new("402-no-key", Request, null, "The answer that a request without a key gets."),
        new("402-balance", Request, null, "The account has no money."),
        new("402-spend-limit", Request, null, "The key's own spend limit is reached."),
        new("402-wallet", Request, null, "The answer that a wallet without money gets."),
        new("403-region", Request, null, "The model is not offered in this region."),
        new("404-model", Request, null, "The model is unknown."),
        new("410", Request, null, "The model is retired."),
        new("413", Request, null, "The body is too large."),
        new("415", Request, null, "The content type is not accepted."),
        new("500", Request, null, "Failed before anything happened."),
        new("503", Request, null, "At capacity, before anything happened."),
        new("504", Request, null, "Took too long, before anything happened."),
        new("abort", Request, null, "The connection ends without an answer, before anything happened."),
        new("html", Request, null, "502 with an HTML page, as from a proxy."),
        new("empty", Request, null, "200 with an empty body."),
        new("garbled", Request, null, "200 with JSON that breaks off."),
        new("slow", Request, "real seconds (2)", "The answer comes late."),
        new("balance-missing", Request, null, "No balance header; null balances."),

        new("queue-500", Queue, null, "500 without a job and without a charge."),
        new("queue-500-charged", Queue, null, "500 although the job exists and is charged."),
        new("queue-cut", Queue, null, "No answer, nothing charged."),
        new("queue-cut-charged", Queue, null, "No answer although the job exists and is charged."),
        new("queue-garbled-charged", Queue, null, "The job exists and is charged; the answer breaks off."),
        new("queue-html-charged", Queue, null, "The job exists and is charged; the answer is an HTML page with status 200."),
        new("refuse-content", Queue, null, "422 for the prompt with a suggested one, before the charge."),
        new("refuse-provider", Queue, null, "422 of the provider, before the charge."),
        new("consent", Queue, null, "409 until the order carries the consents."),
        new("remap", Queue, "model id (lagoon-2-text-to-video)", "Another model answers."),

        new("fail-after", Job, "polls (1)", "FAILED at this poll."),
        new("refund", Job, null, "A FAILED, cancelled or undrawable job gives its price back."),
        new("refuse-422-refunded", Job, null, "The provider refuses when the clip would be done; the price comes back."),
        new("refuse-422-kept", Job, null, "The provider refuses; the price is kept."),
        new("refuse-422-flat-refunded", Job, null, "The same in the flat body, refunded."),
        new("refuse-422-flat-kept", Job, null, "The same in the flat body, kept."),
        new("recommend", Job, "model id (lagoon-2-text-to-video)", "A provider refusal names another model."),
        new("status", Job, "word (CANCELLED)", "Ends with this status instead of finishing."),
        new("status-while", Job, "word (RUNNING)", "This word instead of PROCESSING."),
        new("lowercase", Job, null, "Statuses in small letters."),
        new("no-times", Job, null, "COMPLETED without the timing fields; a clip that needs no link is then announced before it is sent."),
        new("stuck", Job, null, "Never finishes."),
        new("overrun", Job, "factor (3)", "Takes this many times its average."),
        new("slow-first-poll", Job, "real seconds (2)", "The first poll is answered late."),
        new("lost", Job, null, "Every poll is a 404."),
        new("expire-after", Job, "simulated minutes (0)", "404 this long after it was done."),
        new("poll-500", Job, "polls (1)", "The first polls fail."),
        new("poll-503", Job, "polls (1)", "The first polls find the service at capacity."),
        new("poll-429", Job, "polls (1)", "The first polls are rate limited."),
        new("poll-403", Job, "polls (1)", "The first polls come from a wrong region."),
        new("poll-cut", Job, "polls (1)", "The first polls get no answer."),
        new("complete-fails", Job, null, "Clean-up answers success: false and removes nothing."),

        new("cut-media", Delivery, "deliveries (1)", "The connection ends in the middle of the MP4."),
        new("truncated-media", Delivery, "deliveries (1)", "Half the MP4, announced as if it were whole."),
        new("html-media", Delivery, "deliveries (1)", "An HTML page instead of the MP4."),
        new("html-as-mp4", Delivery, "deliveries (1)", "An HTML page that calls itself video/mp4."),
        new("placeholder-media", Delivery, "deliveries (1)", "A valid MP4 of one tiny frame."),
        new("empty-media", Delivery, "deliveries (1)", "No bytes at all, as video/mp4."),
        new("octet-stream", Delivery, null, "The MP4 as application/octet-stream."),
        new("no-length", Delivery, null, "The MP4 without Content-Length."),
        new("slow-media", Delivery, "kilobytes a second (64)", "The MP4 trickles."),
        new("share-404", Delivery, "deliveries (1)", "The link is unknown."),
        new("share-410", Delivery, "deliveries (1)", "The link is used up."),
        new("share-429", Delivery, "deliveries (1)", "The link is asked for too often."),

        new("chat-truncated", Writing, null, "The text breaks off, finish_reason length."),
        new("chat-empty", Writing, null, "No text, finish_reason length."),
        new("chat-fenced", Writing, null, "The text stands in a Markdown fence."),
        new("chat-off-schema", Writing, null, "JSON that does not fit the schema."),
        new("chat-refused", Writing, null, "A polite refusal instead of the answer, finish_reason content_filter."),
        new("chat-wrong-shots", Writing, null, "A storyboard's answer lacks a shot and names one that nobody asked for."),
        new("chat-cut", Writing, null, "The stream ends in the middle."),
        new("chat-error-frame", Writing, null, "An error event in the middle of the stream."),

        new("blurred", Other, null, "The picture is blurred and says so in a header, status 200."),
        new("violation", Other, null, "The picture is blank and says so in a header, status 200."),
        new("flat-picture", Other, null, "The picture shows one flat colour, and no header says so."),
        new("silent-sound", Other, null, "A transcription is refused because nothing is heard."),
        new("hear-wrong", Other, "share of the words, 0 to 1 (0.2)", "A transcription has so many words wrong, left out or doubled."),
        new("hear-repeat", Other, "times (6)", "A transcription invents a phrase that repeats itself."),
    ];

    /// <summary>The switch with this name, or null.</summary>
    public static FaultKind? Named(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
