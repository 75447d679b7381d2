using System.Text.Json;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Clips;

/// <summary>How settings and consents lie in their columns: as the API speaks.</summary>
public static class ClipJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        Api.Shape(options);
        return options;
    }
}
