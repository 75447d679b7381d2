namespace VeniceStudio.Server.Passthrough;

public static class PassthroughEndpoints
{
    /// <summary>Maps Venice's own routes, in Venice's own shapes, behind the studio's door.</summary>
    public static void MapPassthrough(this IEndpointRouteBuilder routes)
    {
    }
}
