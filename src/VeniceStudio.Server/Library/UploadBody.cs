using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Marks a route that reads a form with one file by itself, and says so in the API's description, from which the client's types come.
/// </summary>
internal sealed class UploadBody : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Mark>().Any()) return;
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { ReceivedFile.Field },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                [ReceivedFile.Field] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType> { ["multipart/form-data"] = new OpenApiMediaType { Schema = form } },
        };
    }

    public sealed record Mark;
}
