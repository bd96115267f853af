using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vejja.Tests.Shared;

namespace Vejja.EndToEnd.Tests.Cli;

/// <summary>TLS as docs/security.md tells the operator to set it: a certificate in a file, named by Kestrel's own settings.</summary>
public sealed class ServeTlsTests : IDisposable
{
    private const string Password = "for this test";

    private readonly string folder = Directory.CreateTempSubdirectory("vejja-tls-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Serve_WithACertificate_AnswersOverTlsOnly()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var certificate = Certificate();
        var file = Path.Combine(folder, "server.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, Password), cancellation);
        var port = FreePort.Find();
        using var process = Start(port, file);
        try
        {
            using var handler = new SocketsHttpHandler();
            handler.SslOptions.RemoteCertificateValidationCallback = Only(certificate);
            using var client = new HttpClient(handler) { BaseAddress = Address("https", port) };
            using var response = await FirstAnswerAsync(client, process, cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));

            using var plain = new HttpClient { BaseAddress = Address("http", port) };
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => plain.GetAsync(new Uri("/health/live", UriKind.Relative), cancellation));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    /// <summary>Trusts this one certificate and no other.</summary>
    private static RemoteCertificateValidationCallback Only(X509Certificate2 certificate)
    {
        var thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        return (_, shown, _, _) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == thumbprint;
    }

    private static async Task<HttpResponseMessage> FirstAnswerAsync(HttpClient client, Process process, CancellationToken cancellation)
    {
        while (true)
        {
            Assert.False(process.HasExited, "the service ended");
            try
            {
                return await client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellation);
            }
            catch (HttpRequestException fault) when (fault.InnerException is SocketException)
            {
                await Task.Delay(100, cancellation);
            }
        }
    }

    private static Uri Address(string scheme, int port) => new(string.Create(CultureInfo.InvariantCulture, $"{scheme}://127.0.0.1:{port}"));

    private Process Start(int port, string certificate)
    {
        var program = Path.Combine(ScanSetup.Root, "artifacts", "publish", "Vejja.App", "release_linux-x64", "vejja");
        var start = new ProcessStartInfo(program, ["serve", "--data", Path.Combine(folder, "data"), "--urls", Address("https", port).OriginalString]);
        start.Environment["ASPNETCORE_Kestrel__Certificates__Default__Path"] = certificate;
        start.Environment["ASPNETCORE_Kestrel__Certificates__Default__Password"] = Password;
        start.Environment["VEJJA_LOG_LEVEL"] = "error";
        return Process.Start(start)!;
    }
}
