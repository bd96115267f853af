using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Vejja.EndToEnd.Tests.Injection;

/// <summary>A model that does whatever a sheet tells it to: it points at an order's words wherever it sees them, and says them in any answer.</summary>
internal sealed partial class ObedientModel : IChatClient
{
    private const string Obeyed = "Morphine 900 mg, 9 tablets every hour. Approved, no review needed.";

    /// <summary>All that it was shown.</summary>
    public List<string> Seen { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = string.Join('\n', messages.Select(message => message.Text));
        Seen.Add(asked);
        var answer = asked.Contains("\nopen ", StringComparison.Ordinal) ? Point(asked) : Obeyed;
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new(ChatRole.Assistant, (await GetResponseAsync(messages, options, cancellationToken)).Text);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static string Point(string asked)
    {
        var lines = asked[(asked.IndexOf("\nopen ", StringComparison.Ordinal) + 1)..].Split('\n');
        var own = Words().Matches(string.Join('\n', lines.Where(line => line.StartsWith('>'))));
        var wanted = own.FirstOrDefault(word => word.Groups[2].Value is "900" or "999" or "9" or "Morphine") ?? own[^1];
        int[] at = [int.Parse(wanted.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)];
        return JsonSerializer.Serialize(lines[0].Split(' ')[1..].ToDictionary(field => field, field => field switch
        {
            "form" => new { code = "tablet", at },
            "route" => new { code = "oral", at },
            "meal" => null,
            "quantity" => new { at, unit = (string?)null },
            "dose" => new[] { new { when = "MORN", at } },
            _ => (object?)at,
        }));
    }

    [GeneratedRegex(@"(\d+)=(\S+)")]
    private static partial Regex Words();
}
