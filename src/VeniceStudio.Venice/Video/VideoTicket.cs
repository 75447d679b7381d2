using System.Text;

namespace VeniceStudio.Venice;

/// <summary>
/// The claim to a paid video. Store all of it in one durable write before anything else: Venice tells it once, and lists no
/// jobs.
/// </summary>
/// <param name="Model">The model that works on it, which may be another than ordered; later calls need this one.</param>
/// <param name="QueueId">Venice's id of the job.</param>
/// <param name="DownloadUrl">For private models: where the bytes will be, and the right to fetch them. A secret.</param>
public sealed record VideoTicket(string Model, string QueueId, Uri? DownloadUrl)
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(nameof(Model)).Append(" = ").Append(Model).Append(", ").Append(nameof(QueueId)).Append(" = ").Append(QueueId)
            .Append(DownloadUrl is null ? "" : ", with download link");
        return true;
    }
}

/// <summary>
/// What retrieve and complete are asked with. There is no way to have media deleted on delivery: a torn one would be lost.
/// </summary>
internal sealed record VideoHandle(string Model, string QueueId);
