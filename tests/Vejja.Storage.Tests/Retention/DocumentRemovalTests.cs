using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vejja.Domain.Documents;
using Vejja.Storage.Blobs;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;
using Vejja.Storage.Retention;
using Vejja.Storage.Tests.Databases;

namespace Vejja.Storage.Tests.Retention;

public sealed class DocumentRemovalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vejja-blobs-").FullName;
    private readonly DataKey key = new(RandomNumberGenerator.GetBytes(DataKey.Length));
    private readonly ContentCipher cipher;
    private readonly FolderBlobStore blobs;

    public DocumentRemovalTests()
    {
        cipher = new(key);
        blobs = new(folder, cipher, new(key));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task RemoveAsync_DocumentWithEverything_LeavesOnlyTheAudit(string kind)
    {
        var stop = TestContext.Current.CancellationToken;
        using var database = new TestDatabase(kind);
        await SchemaUpgrade.RunAsync(database, stop);
        var id = await AddDocumentAsync(database, "the-secret-medicine");
        var removal = new DocumentRemoval(database, blobs, TimeProvider.System);
        Assert.False(await removal.RemoveAsync("stranger", id, "key", stop));
        Assert.True(await removal.RemoveAsync("owner", id, "key", stop));

        await using var context = database.CreateDbContext();
        Assert.Equal(0, await context.Documents.CountAsync(stop));
        Assert.Equal(0, await context.Results.CountAsync(stop));
        Assert.Equal(0, await context.Medications.CountAsync(stop));
        Assert.Equal(0, await context.Jobs.CountAsync(stop));
        Assert.Equal(0, await context.Attempts.CountAsync(stop));
        var audit = await context.Audit.SingleAsync(stop);
        Assert.Equal(("document.delete", id), (audit.Action, audit.SubjectId));
        Assert.Empty(await blobs.DocumentIdsAsync(stop).ToListAsync(stop));
    }

    [Fact]
    public async Task CompactAsync_AfterDelete_NoByteOfItIsLeftInAnyFile()
    {
        var stop = TestContext.Current.CancellationToken;
        using var database = new TestDatabase("sqlite");
        await SchemaUpgrade.RunAsync(database, stop);
        const string marker = "the-secret-medicine";
        var id = await AddDocumentAsync(database, marker);
        Assert.True(FilesHold(database, marker));
        var removal = new DocumentRemoval(database, blobs, TimeProvider.System);
        await removal.RemoveAsync("owner", id, "key", stop);
        Assert.False(FilesHold(database, marker), "the delete itself left traces");
        await removal.CompactAsync(stop);
        Assert.False(FilesHold(database, marker), "compaction left traces");
    }

    [Fact]
    public async Task RemoveOlderAsync_OneOldOneNew_OnlyTheOldGoes()
    {
        var stop = TestContext.Current.CancellationToken;
        using var database = new TestDatabase("sqlite");
        await SchemaUpgrade.RunAsync(database, stop);
        await AddDocumentAsync(database, "old", TimeSpan.FromDays(40));
        var young = await AddDocumentAsync(database, "young", TimeSpan.FromDays(20));
        Assert.Equal(1, await new DocumentRemoval(database, blobs, TimeProvider.System).RemoveOlderAsync(TimeSpan.FromDays(30), stop));
        await using var context = database.CreateDbContext();
        Assert.Equal(young, (await context.Documents.SingleAsync(stop)).Id);
    }

    [Fact]
    public async Task GetAsync_StoredBytes_AreEncryptedOnDiskAndComeBack()
    {
        var stop = TestContext.Current.CancellationToken;
        var id = Identifier.New(TimeProvider.System);
        var content = Encoding.UTF8.GetBytes("a picture of a prescription");
        var address = await blobs.PutAsync(id, content, stop);
        Assert.Equal(address, await blobs.PutAsync(id, content, stop));
        Assert.Equal(content, await blobs.GetAsync(id, address, stop));
        var file = Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal(-1, (await File.ReadAllBytesAsync(file, stop)).AsSpan().IndexOf("prescription"u8));
        await Assert.ThrowsAsync<FileNotFoundException>(() => blobs.GetAsync(id, "../../etc/passwd", stop));
        await Assert.ThrowsAsync<FileNotFoundException>(() => blobs.GetAsync(Identifier.New(TimeProvider.System), address, stop));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> AddDocumentAsync(TestDatabase database, string medicine, TimeSpan age = default)
    {
        var stop = TestContext.Current.CancellationToken;
        var id = Identifier.New(TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow() - age;
        await using var context = database.CreateDbContext();
        context.Add(new DocumentRow
        {
            Id = id,
            OwnerId = "owner",
            ContentHash = medicine,
            MediaType = "image/png",
            FileName = [1],
            CreatedAt = now,
            UpdatedAt = now,
            BlobAddress = await blobs.PutAsync(id, "bytes"u8.ToArray(), stop),
        });
        context.Add(new MedicationRow { DocumentId = id, OwnerId = "owner", Code = medicine });
        context.Add(new ResultRow { DocumentId = id, Version = 1, Content = Encoding.UTF8.GetBytes(medicine), CreatedAt = now });
        context.Add(new JobRow { Id = id, DocumentId = id, Stage = Stage.Read, CreatedAt = now, DueAt = now });
        context.Add(new AttemptRow { JobId = id, Number = 1, Worker = "w", StartedAt = now });
        await context.SaveChangesAsync(stop);
        return id;
    }

    /// <summary>While connections stay open, so that the write-ahead log lies there as it does in service.</summary>
    private static bool FilesHold(TestDatabase database, string marker) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(database.Connection)!)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker)) >= 0);
}
