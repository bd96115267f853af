using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Vejja.Capacity.Running;

namespace Vejja.Capacity.Cli;

/// <summary>Clients that upload real pictures and look at their documents while the service's workers read.</summary>
internal static class LoadCommand
{
    private const int PauseMilliseconds = 50;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "JPEG files.", Arity = ArgumentArity.OneOrMore };
        var clients = new Option<int>("--clients") { DefaultValueFactory = _ => 50 };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 120 };
        var isPatient = new Option<bool>("--patient") { Description = "Clients wait as long as Retry-After asks, and look five times a second meanwhile; otherwise they upload again after 50 ms." };
        var program = new Option<string>("--program") { DefaultValueFactory = _ => "./vejja" };
        var command = new Command("load", "Upload real pictures by many clients and time GET /documents/{id} while the workers read.") { files, clients, seconds, isPatient, program };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var service = await ServedProcess.StartAsync(parsed.GetValue(program)!, new Dictionary<string, string> { ["VEJJA_QUEUE_LIMIT"] = "200" }, cancellation);
            var load = new Load(service, new DistinctCopies(parsed.GetValue(files)!), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(isPatient));
            await load.RunAsync(parsed.GetValue(clients), cancellation);
            await load.ReportAsync(parsed.InvocationConfiguration.Output, cancellation);
        });
        return command;
    }

    private sealed class Load(ServedProcess service, DistinctCopies pictures, TimeSpan length, bool isPatient)
    {
        private readonly ConcurrentBag<double> looks = [];
        private readonly ConcurrentDictionary<string, int> answers = [];
        private readonly long start = Stopwatch.GetTimestamp();

        public Task RunAsync(int clients, CancellationToken cancellation) =>
            Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => ActAsync(cancellation), cancellation)));

        public async Task ReportAsync(TextWriter output, CancellationToken cancellation)
        {
            var sorted = looks.Order().ToList();
            var done = await service.CountAsync("done", cancellation);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"answers {string.Join(", ", answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}; {sorted.Count} GET /documents/ID: median {sorted[sorted.Count / 2]:0.0} ms, 99 of 100 {sorted[sorted.Count * 99 / 100]:0.0} ms, most {sorted[^1]:0.0} ms; done meanwhile {done}; memory {service.PeakBytes >> 20} MiB"));
        }

        private async Task ActAsync(CancellationToken cancellation)
        {
            string? last = null;
            while (Stopwatch.GetElapsedTime(start) < length)
            {
                using var response = await service.UploadAsync(pictures.Next(), "sheet.jpg", cancellation);
                Count("POST", response.StatusCode);
                if (response.StatusCode == HttpStatusCode.Accepted)
                    last = (string)(await response.Content.ReadFromJsonAsync<JsonNode>(cancellation))!["documents"]![0]!["id"]!;
                await LookAsync(last, isPatient ? response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(PauseMilliseconds), cancellation);
            }
        }

        /// <summary>Looks at once, and five times a second for as long as the pause lasts.</summary>
        private async Task LookAsync(string? id, TimeSpan pause, CancellationToken cancellation)
        {
            var began = Stopwatch.GetTimestamp();
            do
            {
                if (id is not null)
                {
                    var look = Stopwatch.GetTimestamp();
                    using var status = await service.Client.GetAsync(new Uri("/documents/" + id, UriKind.Relative), cancellation);
                    looks.Add(Stopwatch.GetElapsedTime(look).TotalMilliseconds);
                    Count("GET", status.StatusCode);
                }

                var left = pause - Stopwatch.GetElapsedTime(began);
                if (left > TimeSpan.Zero)
                    await Task.Delay(left < TimeSpan.FromMilliseconds(200) ? left : TimeSpan.FromMilliseconds(200), cancellation);
            }
            while (Stopwatch.GetElapsedTime(began) < pause && Stopwatch.GetElapsedTime(start) < length);
        }

        private void Count(string method, HttpStatusCode status) =>
            answers.AddOrUpdate(string.Create(CultureInfo.InvariantCulture, $"{method} {(int)status}"), 1, (_, count) => count + 1);
    }
}
