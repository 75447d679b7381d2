using System.Net;
using System.Net.Sockets;

namespace VeniceStudio.Server.Hosting;

/// <summary>Under which name a visitor's address is counted: an IPv6 household gets a whole /64, so that is one name.</summary>
internal static class VisitorAddress
{
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "nowhere";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes).ToString();
    }
}
