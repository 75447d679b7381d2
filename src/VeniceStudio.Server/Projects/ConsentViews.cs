using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Projects;

/// <summary>
/// Somebody's agreement that a face may be shown to a model's provider: three statements in that person's own hand, all of which must be
/// true. It is kept for good; nothing is sent to Venice by it.
/// </summary>
/// <param name="MediaId">The picture with the face.</param>
/// <param name="ModelId">The video model whose provider asks.</param>
/// <param name="Version">Which text was read, as the question named it; null when Venice had not shown one yet.</param>
public sealed record RecordConsent(
    Guid MediaId, [Required, StringLength(200, MinimumLength = 1)] string ModelId, [StringLength(40)] string? PolicyVersion,
    bool TermsAndPrivacy, bool LegalRight, bool ScreeningAcknowledged);

/// <summary>An agreement on record: who, when, for which file, to which text.</summary>
public sealed record ConsentRecordView(
    Guid Id, Guid MediaId, string ModelId, string Flow, string? Version, string? PolicyText, string AgreedBy, DateTimeOffset AgreedAt);

/// <summary>What a model's provider wants a person to agree to, and for which pictures of the cast nobody has yet.</summary>
/// <param name="PolicyText">The provider's own words as Venice last showed them here; null before it did.</param>
public sealed record ConsentQuestionView(
    string ModelId, string ModelName, string Flow, string? Version, string? PolicyText, IReadOnlyList<string> Statements, IReadOnlyList<Guid> MediaIds);

/// <summary><c>Asked</c> null: the model's provider asks for nothing, or all is agreed to.</summary>
public sealed record ProjectConsentsView(IReadOnlyList<ConsentRecordView> Given, ConsentQuestionView? Asked);
