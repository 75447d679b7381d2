using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Projects;

public static class ConsentEndpoints
{
    public static void MapConsents(this IEndpointRouteBuilder projects)
    {
        projects.MapGet("/{id:guid}/consents", ReadAsync);
        projects.MapPost("/{id:guid}/consents", RecordAsync);
    }

    /// <summary>What was agreed to for this project, and what its video model (or the one that is asked about) still wants agreed to.</summary>
    internal static async Task<Results<Ok<ProjectConsentsView>, NotFound>> ReadAsync(
        Member member, Guid id, string? model, StudioDb db, VideoCatalog catalog, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
        var docs = project.Read();
        var given = await FaceConsent.GivenAsync(session, id);
        return TypedResults.Ok(new ProjectConsentsView(given, await AskedAsync(session, docs, given, model ?? docs.Plan.VideoModel, catalog, ct)));
    }

    /// <summary>Records an agreement. 400 unless all three statements are agreed to by the person who sends this.</summary>
    internal static async Task<Results<Created<ConsentRecordView>, NotFound, ProblemHttpResult>> RecordAsync(
        Member member, Guid id, RecordConsent body, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        if (FaceConsent.FlowOf(body.ModelId) is not { } flow) return Problems.Bad("modelId", "The provider of this model asks for no agreement.");
        if (!(body.TermsAndPrivacy && body.LegalRight && body.ScreeningAcknowledged))
            return Problems.Bad("consent", "All three statements have to be agreed to. Tick all three, or take the picture out of the cast.");
        if (await session.MediaOfAsync(member.Id, body.MediaId) is not { Kind: MediaKind.Image })
            return Problems.Bad("mediaId", "This picture is no longer in your library. Upload it again.");
        var text = await FaceConsent.TextAsync(session, flow);
        if (body.PolicyVersion is { } read && read != text?.Version)
            return Problems.Of(409, "stale", "The provider's text has changed since it was shown. Read the new one and agree to that.", ("field", "policyVersion"));
        await FaceConsent.KeepAsync(session, member.Id, id, body, flow, body.PolicyVersion is null ? null : text);
        var view = (await FaceConsent.GivenAsync(session, id))[^1];
        session.AfterCommit(() => events.Publish(new Changed("projects", member.Id)));
        await session.CommitAsync();
        return TypedResults.Created($"/api/projects/{id}/consents", view);
    }

    private static async Task<ConsentQuestionView?> AskedAsync(
        DbSession session, ProjectDocs docs, IReadOnlyList<ConsentRecordView> given, string? model, VideoCatalog catalog, CancellationToken ct)
    {
        if (model is null || FaceConsent.FlowOf(model) is not { } flow) return null;
        var agreed = given.Where(record => record.Flow == flow).Select(record => record.MediaId).ToHashSet();
        var faces = docs.Cast.Where(member => member.Kind == CastKind.Person).SelectMany(member => member.PictureIds).Distinct().Where(id => !agreed.Contains(id)).ToList();
        if (faces.Count == 0) return null;
        var text = await FaceConsent.TextAsync(session, flow);
        return new ConsentQuestionView(model, await NameAsync(model, catalog, ct), flow, text?.Version, text?.PolicyText, FaceConsent.Statements, faces);
    }

    private static async Task<string> NameAsync(string model, VideoCatalog catalog, CancellationToken ct)
    {
        try
        {
            return (await catalog.FindAsync(model, ct))?.View.Name ?? model;
        }
        catch (VeniceException)
        {
            return model;
        }
    }
}
