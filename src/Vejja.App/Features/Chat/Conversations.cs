using System.Security.Cryptography;
using Vejja.Language.Assistant;

namespace Vejja.App.Features.Chat;

/// <summary>
/// Conversations of this process, in memory only: which medicine was spoken of and what was asked back, none of anybody's words. Bounded in number and in time;
/// gone with their document, on request, and with the process.
/// </summary>
internal sealed class Conversations(TimeProvider time)
{
    private const int Most = 10_000;
    private const int MostOfOwner = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Conversation> open = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return open.Count;
        }
    }

    /// <summary>What a conversation remembers; null where the owner has none of this identifier about this document.</summary>
    public ConversationMemory? Find(string ownerId, string documentId, string id)
    {
        lock (gate)
        {
            ForgetOld();
            return open.TryGetValue(id, out var found) && found.OwnerId == ownerId && found.DocumentId == documentId ? found.Memory : null;
        }
    }

    /// <summary>Keeps what a conversation remembers; makes room by forgetting what was idle longest.</summary>
    /// <param name="ownerId">Whose it is.</param>
    /// <param name="documentId">What it is about.</param>
    /// <param name="id">Its identifier; null for a new one.</param>
    /// <param name="memory">What to remember.</param>
    /// <returns>Its identifier.</returns>
    public string Keep(string ownerId, string documentId, string? id, ConversationMemory memory)
    {
        lock (gate)
        {
            ForgetOld();
            if (id is null || !open.ContainsKey(id))
            {
                MakeRoom(open.Where(entry => entry.Value.OwnerId == ownerId), MostOfOwner);
                MakeRoom(open, Most);
            }

            id ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            open[id] = new(ownerId, documentId, memory, time.GetUtcNow());
            return id;
        }
    }

    /// <summary>Deletes a conversation.</summary>
    /// <returns>Whether the owner had it.</returns>
    public bool Forget(string ownerId, string id)
    {
        lock (gate)
            return open.TryGetValue(id, out var found) && found.OwnerId == ownerId && open.Remove(id);
    }

    /// <summary>Deletes every conversation about a document.</summary>
    public void ForgetDocument(string documentId)
    {
        lock (gate)
        {
            foreach (var id in open.Where(entry => entry.Value.DocumentId == documentId).Select(entry => entry.Key).ToList())
                open.Remove(id);
        }
    }

    private void ForgetOld()
    {
        var limit = time.GetUtcNow() - Longest;
        foreach (var id in open.Where(entry => entry.Value.LastUsedAt < limit).Select(entry => entry.Key).ToList())
            open.Remove(id);
    }

    private void MakeRoom(IEnumerable<KeyValuePair<string, Conversation>> entries, int most)
    {
        var found = entries.ToList();
        if (found.Count >= most)
            open.Remove(found.MinBy(entry => entry.Value.LastUsedAt).Key);
    }

    private sealed record Conversation(string OwnerId, string DocumentId, ConversationMemory Memory, DateTimeOffset LastUsedAt);
}
