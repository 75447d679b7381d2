namespace VeniceStudio.Venice;

/// <summary>What the key may do. Asking costs nothing, which makes it the test of a key.</summary>
/// <param name="AccessPermitted">Whether the key works at all.</param>
/// <param name="Tier">Name of the account's tier, or null.</param>
/// <param name="KeyExpiration">When the key ends, or null.</param>
/// <param name="NextEpochBegins">When daily allowances start anew, or null.</param>
/// <param name="UsdMicroDollars">Dollars, rounded down, or null.</param>
/// <param name="Limits">All limits; the same model may have several.</param>
public sealed record VeniceRateLimits(
    bool AccessPermitted, string? Tier, DateTimeOffset? KeyExpiration, DateTimeOffset? NextEpochBegins, long? UsdMicroDollars,
    IReadOnlyList<VeniceRateLimit> Limits);

/// <summary>One limit.</summary>
/// <param name="ModelId">The model or group it is for, or null for all.</param>
/// <param name="Amount">How many.</param>
/// <param name="Type"><c>RPM</c> requests a minute, <c>RPD</c> requests a day, <c>TPM</c> tokens a minute.</param>
public sealed record VeniceRateLimit(string? ModelId, long Amount, string Type);
