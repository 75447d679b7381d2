using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Hosting;

/// <summary>What the owner sets for everybody. Money in micro-dollars per UTC day; null: no limit.</summary>
public sealed record SettingsView(
    long? StudioDailyBudget, long? MemberDailyBudget, int PriceTolerancePercent,
    bool CleanUpByDefault, string? DefaultModel, int? KeepClipsDays);

public sealed record ChangeSettings(
    [Range(0, 1_000_000_000_000)] long? StudioDailyBudget,
    [Range(0, 1_000_000_000_000)] long? MemberDailyBudget,
    [Range(0, 100)] int PriceTolerancePercent,
    bool CleanUpByDefault,
    [StringLength(200)] string? DefaultModel,
    [Range(1, 3650)] int? KeepClipsDays);

public enum VeniceKeyState
{
    Rehearsal,
    Works,
    Rejected,
    Unknown,
}

/// <summary>How the studio stands with Venice. Never the key. Balance in micro-dollars; seconds until submitting is tried again.</summary>
public sealed record VeniceStatusView(
    VeniceKeyState Key, bool Reachable, string? Notice, double? RetryAfterSeconds, long? Balance, string? Currency, DateTimeOffset? CheckedAt);
