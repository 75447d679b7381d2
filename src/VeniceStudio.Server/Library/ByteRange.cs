using Microsoft.Net.Http.Headers;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Which bytes of a file a request wants: all of them, one stretch, or one that the file does not have. Several stretches at once
/// are answered with the whole file, which HTTP allows and which no player minds.
/// </summary>
public readonly record struct ByteRange(long Start, long Length, bool IsPart, bool IsSatisfiable)
{
    public static ByteRange Of(HttpRequest request, long length, EntityTagHeaderValue tag)
    {
        var whole = new ByteRange(0, length, false, true);
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Range.Count == 0) return whole;
        var headers = request.GetTypedHeaders();
        if (request.Headers.IfRange.Count > 0 && headers.IfRange?.EntityTag?.Compare(tag, useStrongComparison: true) != true) return whole;
        if (headers.Range is not { Ranges.Count: 1 } asked || !asked.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)) return whole;

        var range = asked.Ranges.First();
        if (range.From is not { } from) return Last(range.To ?? 0, length);
        if (from >= length) return new ByteRange(0, 0, true, false);
        var to = Math.Min(range.To ?? length - 1, length - 1);
        return new ByteRange(from, to - from + 1, true, true);
    }

    private static ByteRange Last(long count, long length)
    {
        var kept = Math.Min(count, length);
        return new ByteRange(length - kept, kept, true, kept > 0);
    }
}
