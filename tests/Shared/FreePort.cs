using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Vejja.Tests.Shared;

/// <summary>Ports of the loopback for servers that a test starts.</summary>
internal static class FreePort
{
    /// <summary>A port that nobody listens on: below those that the system lends to outgoing connections, one of which could take it before the server has it, or while it is stopped.</summary>
    public static int Find()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, RandomNumberGenerator.GetInt32(10_000, 32_000));
            try
            {
                probe.Start();
                return ((IPEndPoint)probe.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken; another one.
            }
        }
    }
}
