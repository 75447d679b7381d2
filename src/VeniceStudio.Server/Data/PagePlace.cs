using System.Globalization;

namespace VeniceStudio.Server.Data;

/// <summary>Where a page of a list ended, newest first: the next page goes on behind it, whatever was added or deleted meanwhile.</summary>
internal sealed record PagePlace(DateTimeOffset At, Guid Id)
{
    public static string Of(DateTimeOffset at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds()}.{id}");

    /// <summary>Reads what <see cref="Of"/> wrote; null for anything else.</summary>
    public static PagePlace? Parse(string? text)
    {
        var parts = text?.Split('.', 2);
        return parts is [var at, var id] && long.TryParse(at, CultureInfo.InvariantCulture, out var ms) && ms is >= 0 and < 253402300800000 && Guid.TryParse(id, out var guid)
            ? new PagePlace(DateTimeOffset.FromUnixTimeMilliseconds(ms), guid) : null;
    }
}
