using System.Net;
using System.Net.Sockets;
using Vejja.App.Web;

namespace Vejja.App.Features.Webhooks;

/// <summary>
/// Connects to the very address that was checked: a name that changes its address between check and use (DNS rebinding) gains nothing.
/// Redirects and proxies are off.
/// </summary>
internal static class PinnedConnection
{
    /// <summary>A client for webhooks.</summary>
    public static HttpClient CreateClient(ServiceOptions options)
    {
#pragma warning disable CA2000 // The client owns the handler.
        return new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, options, cancellation),
        }, disposeHandler: true)
        { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 64 << 10 };
#pragma warning restore CA2000
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, ServiceOptions options, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellation);
        if (addresses.Length == 0 || (!options.AllowPrivateWebhooks && !addresses.All(PublicAddress.IsPublic)))
            throw new HttpRequestException("The address is not in the public internet.");
#pragma warning disable CA2000 // The stream owns the socket.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
