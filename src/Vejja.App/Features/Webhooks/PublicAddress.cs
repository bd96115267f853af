using System.Net;
using System.Net.Sockets;

namespace Vejja.App.Features.Webhooks;

/// <summary>Which network addresses a webhook may reach: none inside the operator's own networks.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Forbidden =
    [
        .. new[]
        {
            // IANA special-purpose registries, RFC 6890 and its updates.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Only global unicast is allowed of IPv6, less what tunnels to IPv4 or is for documents.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] ForbiddenInside = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(text => IPNetwork.Parse(text))];

    /// <summary>Whether the address lies in the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Forbidden.Any(network => network.Contains(address))
            : GlobalUnicast.Contains(address) && !ForbiddenInside.Any(network => network.Contains(address));
    }
}
