using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Projects;

/// <summary>
/// Which providers ask a person's agreement before a face is shown to them, and what was agreed to. Venice asks again with the clip
/// itself where it wants to; the studio never answers for anybody (T27).
/// </summary>
internal static class FaceConsent
{
    public static IReadOnlyList<string> Statements { get; } =
    [
        "I have read the provider's terms and its privacy policy and accept them.",
        "I have the right to show the person in this picture: it is me, or that person has agreed.",
        "I know that the provider looks through pictures with faces before it uses them.",
    ];

    /// <summary>The provider's flow by the model's family; null for models that ask for nothing. The list of models does not tell (CONTRACT 2.3).</summary>
    public static string? FlowOf(string model) => model.StartsWith("seedance", StringComparison.OrdinalIgnoreCase) ? "seedance" : null;

    /// <summary>The provider's text as Venice last showed it to anybody here.</summary>
    public static async Task<ClipConsentView?> TextAsync(DbSession session, string flow)
    {
        var asked = await session.ListAsync<string>("SELECT consent FROM clips WHERE consent IS NOT NULL ORDER BY created_at DESC LIMIT 50");
        return asked.Select(json => System.Text.Json.JsonSerializer.Deserialize<ClipConsentView>(json, ClipJson.Options))
            .FirstOrDefault(consent => consent?.Flow == flow);
    }

    public static Task KeepAsync(DbSession session, Guid account, Guid project, RecordConsent body, string flow, ClipConsentView? text) => session.ExecuteAsync(
        """
        INSERT INTO consents (id, account_id, clip_id, flow, version, policy_text, media_ids, agreed_at, project_id, model)
        VALUES (@id, @account, '', @flow, @version, @policy, @media, @Now, @project, @ModelId)
        """,
        new
        {
            id = Guid.CreateVersion7(), account, flow, project, body.ModelId, session.Now,
            version = text?.Version ?? "", policy = text?.PolicyText ?? "", media = body.MediaId.ToString(),
        });

    public static async Task<IReadOnlyList<ConsentRecordView>> GivenAsync(DbSession session, Guid project) =>
        [.. (await session.ListAsync<Row>(
            """
            SELECT consents.*, accounts.name FROM consents JOIN accounts ON accounts.id = consents.account_id
            WHERE consents.project_id = @project ORDER BY consents.agreed_at, consents.id
            """, new { project })).Select(row => row.ToView())];

    private sealed class Row
    {
        public Guid Id { get; init; }
        public string Flow { get; init; } = "";
        public string Version { get; init; } = "";
        public string PolicyText { get; init; } = "";
        public string MediaIds { get; init; } = "";
        public string Model { get; init; } = "";
        public string Name { get; init; } = "";
        public DateTimeOffset AgreedAt { get; init; }

        public ConsentRecordView ToView() => new(
            Id, Guid.Parse(MediaIds), Model, Flow, Version.Length > 0 ? Version : null, PolicyText.Length > 0 ? PolicyText : null, Name, AgreedAt);
    }
}
