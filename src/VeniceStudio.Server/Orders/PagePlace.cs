using System.Globalization;

namespace VeniceStudio.Server.Orders;

/// <summary>Where a page of a list, newest first, ends and the next one begins. People see it as an opaque word.</summary>
public sealed record PagePlace(DateTimeOffset At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}.{Id}");

    public static PagePlace? Parse(string? text)
    {
        var parts = text?.Split('.', 2);
        return parts is [var at, var id] && long.TryParse(at, CultureInfo.InvariantCulture, out var ms) && ms is >= 0 and < 253402300800000 && Guid.TryParse(id, out var guid)
            ? new PagePlace(DateTimeOffset.FromUnixTimeMilliseconds(ms), guid) : null;
    }
}
