using System.Text.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Films;

/// <summary>A take or a still as the refusal desk needs to know it: both tables share these columns.</summary>
internal sealed class DeskRow
{
    public Guid Id { get; init; }
    public Guid? ShotId { get; init; }
    public ClipStatus Status { get; init; }
    public string Settings { get; init; } = "{}";
    public string Model { get; init; } = "";
    public string Prompt { get; init; } = "";
    public string? FailureKind { get; init; }
    public string? Sentence { get; init; }
    public string? SuggestedPrompt { get; init; }
    public string? RecommendedModel { get; init; }
    public bool? Refunded { get; init; }
    public string? Consent { get; init; }
    public string? QueueId { get; init; }
    public long? NewPrice { get; init; }
    public long Quoted { get; init; }
    public long Paid { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public bool CanCollectAgain => Status == ClipStatus.Failed && QueueId is not null && Refunded != true;

    public ClipSettings ReadClip() => JsonSerializer.Deserialize<ClipSettings>(Settings, ClipJson.Options)!;

    public ClipConsentView? ReadConsent() => Consent is null ? null : JsonSerializer.Deserialize<ClipConsentView>(Consent, ClipJson.Options);
}

internal static class DeskSql
{
    /// <summary>Every take of a project, oldest first.</summary>
    public static Task<IReadOnlyList<DeskRow>> TakesForDeskAsync(this DbSession session, Guid project) => session.ForDeskAsync("clips", "clips.consent", project);

    /// <summary>Every still of a project, oldest first.</summary>
    public static Task<IReadOnlyList<DeskRow>> StillsForDeskAsync(this DbSession session, Guid project) => session.ForDeskAsync("stills", "NULL AS consent", project);

    private static Task<IReadOnlyList<DeskRow>> ForDeskAsync(this DbSession session, string table, string consent, Guid project) => session.ListAsync<DeskRow>(
        $"""
        SELECT {table}.id, {table}.shot_id, {table}.status, {table}.settings, {table}.model, {table}.prompt, {table}.failure_kind, {table}.sentence,
            {table}.suggested_prompt, {table}.recommended_model, {table}.refunded, {consent}, {table}.queue_id, {table}.new_price, {table}.created_at,
            ledger.quoted, ledger.paid - ledger.refunded AS paid
        FROM {table} JOIN ledger ON ledger.id = {table}.ledger_id
        WHERE {table}.project_id = @project AND {table}.deleted_at IS NULL ORDER BY {table}.created_at, {table}.id
        """, new { project });
}
