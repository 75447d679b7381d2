namespace VeniceStudio.Venice;

/// <summary>
/// A policy that a person must read and agree to before Venice takes the order. Agreeing is a legal act: show the text,
/// keep who agreed and when, and never send <see cref="VideoOrder.Consents"/> without that.
/// </summary>
/// <param name="Flow">Which agreement, such as <c>seedance</c>.</param>
/// <param name="Version">Version of the text; for the record only, Venice does not take it back.</param>
/// <param name="PolicyText">The text, whole.</param>
/// <param name="FaceMediaRoles">Where Venice saw a face: <c>image</c>, <c>end_image</c>, <c>reference_image</c>, …</param>
/// <param name="DocsUrl">Where the policy is explained, or null.</param>
public sealed record VeniceConsent(
    string Flow, string? Version, string PolicyText, IReadOnlyList<string> FaceMediaRoles, Uri? DocsUrl);
