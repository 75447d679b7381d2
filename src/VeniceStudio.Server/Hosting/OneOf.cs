using System.Reflection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Marks a word in an address as one of an enumeration's, in the API's description. The route reads the word itself: the framework
/// would take it only with the capital letter that the enumeration has in the code, not as the API writes it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OneOfAttribute(Type words) : Attribute
{
    public Type Words => words;

    /// <summary>Puts the enumeration's words into the description.</summary>
    internal sealed class Description : IParameterFilter
    {
        public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
        {
            if (context.ParameterInfo?.GetCustomAttribute<OneOfAttribute>() is not { } marked || parameter is not OpenApiParameter concrete) return;
            concrete.Schema = new OpenApiSchema
            {
                AllOf = [context.SchemaGenerator.GenerateSchema(marked.Words, context.SchemaRepository)],
            };
        }
    }
}
