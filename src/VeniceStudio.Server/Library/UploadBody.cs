using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Marks a route that reads a form with one file, or bare bytes, by itself, and says so in the API's description, from which the client's types come.
/// </summary>
internal sealed class UploadBody : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RawMark>().Any()) operation.RequestBody = Body("application/octet-stream", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" });
        if (!metadata.OfType<Mark>().Any()) return;
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { ReceivedFile.Field },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                [ReceivedFile.Field] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
        };
        operation.RequestBody = Body("multipart/form-data", form);
    }

    private static OpenApiRequestBody Body(string type, OpenApiSchema schema) => new()
    {
        Required = true,
        Content = new Dictionary<string, IOpenApiMediaType> { [type] = new OpenApiMediaType { Schema = schema } },
    };

    public sealed record Mark;

    /// <summary>The body is the bytes themselves.</summary>
    public sealed record RawMark;
}
