using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Geometry;
using Vejja.Domain.Medications;

namespace Vejja.Language.Tests.Enhancement;

/// <summary>Sheets as the rules leave them, with one medicine in doubt.</summary>
internal static class Sheets
{
    private static readonly string[] Header = ["ល.រ", "ឈ្មោះថ្នាំ", "ចំនួន", "ព្រឹក", "ថ្ងៃត្រង់", "ល្ងាច", "សម្គាល់"];

    /// <summary>A table of two medicines; the first one's cells are given. Words are numbered 1 to 8 in the header and from 9 in its row.</summary>
    public static Prescription Of(string[] row, Func<Medication, Medication> medication, string[]? other = null, params string[] lines)
    {
        string[] second = other ?? ["2", "Amoxicillin 250mg", "21 គ្រាប់", "2", "2", "3", ""];
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        foreach (var (texts, index) in new[] { Header, row, second }.Select((texts, index) => (texts, index)))
        {
            for (var column = 0; column < texts.Length; column++)
            {
                var box = new Box(100 * column, 50 * index, (100 * column) + 90, (50 * index) + 40);
                var id = $"b{index}{column}";
                if (texts[column].Length > 0)
                    blocks.Add(new(id, 0, texts[column], Polygon.From(box), index == 0 ? 0.99 : 0.95, BlockType.Table, Script.Mixed));
                cells.Add(new(index, column, 1, 1, texts[column], 0.95, box, texts[column].Length > 0 ? [id] : []));
            }
        }

        foreach (var (text, index) in lines.Select((text, index) => (text, index)))
            blocks.Add(new($"x{index}", 0, text, Polygon.From(new(0, 300 + (30 * index), 400, 320 + (30 * index))), 0.9, BlockType.Body, Script.Mixed));
        return new()
        {
            File = "sheet.jpg",
            Pages = [new(0, 700, 500, 0, 0, [], Homography.Identity)],
            Blocks = blocks.ToImmutable(),
            Tables = [new(0, new(0, 0, 700, 150), 3, 7, cells.ToImmutable())],
            Medications = [medication(new() { Id = "m1", Name = Text("Paracetamol", 0.97, "b11"), Quantity = new(new(15, "tablet"), "15 គ្រាប់", 0.95, ["b12"]) })],
        };
    }

    public static Reading<string> Text(string value, double confidence, params string[] source) => new(value, value, confidence, [.. source]);
}

/// <summary>A model that says what the test makes it say, and keeps what it was asked.</summary>
internal sealed class SpokenModel(Func<string, int, string> speak) : IChatClient
{
    public List<string> Asked { get; } = [];

    public List<string> All { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages.ToList();
        Asked.Add(list[^1].Text);
        All.Add(string.Join('\n', list.Select(message => message.Text)));
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, speak(list[^1].Text, Asked.Count))));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
