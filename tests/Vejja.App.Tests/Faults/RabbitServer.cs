using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Vejja.Tests.Shared;

namespace Vejja.App.Tests.Faults;

/// <summary>A real RabbitMQ of Debian's package on free loopback ports, in a temporary folder.</summary>
internal sealed class RabbitServer : IDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private readonly string folder = Directory.CreateTempSubdirectory("vejja-rabbit-").FullName;
    private readonly int port = FreePort.Find();
    private readonly int distributionPort = FreePort.Find();
    private Process? process;

    public static bool IsInstalled => File.Exists(Program);

    public int Port => port;

    public string Address => string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{port}/");

    public async Task StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Program) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true };
        AddEnvironment(start);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var i = 0; i < 600; i++)
        {
            if (await AnswersAsync(cancellation))
                return;
            await Task.Delay(500, cancellation);
        }

        throw new TimeoutException("RabbitMQ did not start.");
    }

    /// <summary>Lets the broker believe that its disk is full, or that it has room: it then takes no message.</summary>
    public async Task SetFullAsync(bool isFull, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("/usr/lib/rabbitmq/bin/rabbitmqctl", ["set_disk_free_limit", isFull ? "900000GB" : "1MB"])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        AddEnvironment(start);
        using var control = Process.Start(start)!;
        var output = await control.StandardOutput.ReadToEndAsync(cancellation) + await control.StandardError.ReadToEndAsync(cancellation);
        await control.WaitForExitAsync(cancellation);
        if (control.ExitCode != 0)
            throw new InvalidOperationException("rabbitmqctl: " + output);
    }

    /// <summary>Ends it as a lost machine would: kill -9.</summary>
    public void Kill()
    {
        process?.Kill(entireProcessTree: true);
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(folder, recursive: true);
    }

    private void AddEnvironment(ProcessStartInfo start)
    {
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["HOME"] = folder,
            ["RABBITMQ_NODENAME"] = string.Create(CultureInfo.InvariantCulture, $"vejja{port}@localhost"),
            ["RABBITMQ_NODE_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_DIST_PORT"] = distributionPort.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_MNESIA_BASE"] = folder + "/mnesia",
            ["RABBITMQ_LOG_BASE"] = folder + "/log",
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = folder + "/plugins",
            ["RABBITMQ_CONFIG_FILE"] = folder + "/none",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 1:1",
        })
        {
            start.Environment[name] = value;
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
