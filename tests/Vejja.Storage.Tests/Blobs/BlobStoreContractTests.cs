using System.Security.Cryptography;
using System.Text;
using Vejja.Storage.Blobs;
using Vejja.Storage.Encryption;

namespace Vejja.Storage.Tests.Blobs;

/// <summary>What every store of pictures must do: run against the folder, and against a store of objects over HTTP that can no more than S3 can.</summary>
public sealed class BlobStoreContractTests : IDisposable
{
    private const string First = "019d0000000070008000000000000001";
    private const string Second = "019d0000000070008000000000000002";
    private static readonly byte[] Picture = [.. "a picture with a name on it: SOK Chantha"u8];

    private readonly string folder = Directory.CreateTempSubdirectory("vejja-blobs-").FullName;
    private readonly DataKey key = new(RandomNumberGenerator.GetBytes(DataKey.Length));
    private readonly ObjectServer server = new();

    public static TheoryData<string> Stores => ["folder", "objects"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Get_WhatWasPut_IsTheSameBytesAtOnce(string kind)
    {
        var store = Open(kind);
        foreach (var length in (int[])[0, 1, 4096, 5_000_000])
        {
            var bytes = RandomNumberGenerator.GetBytes(length);
            var address = await store.PutAsync(First, bytes, Stop);
            Assert.Equal(bytes, await store.GetAsync(First, address, Stop));
            Assert.Equal(bytes, await Open(kind).GetAsync(First, address, Stop));
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Put_SameBytesManyTimesAtOnce_OneBlobWithOneAddress(string kind)
    {
        var store = Open(kind);
        var addresses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => store.PutAsync(First, Picture, Stop), Stop)));
        Assert.Single(addresses.Distinct());
        Assert.Equal(Picture, await store.GetAsync(First, addresses[0], Stop));
        Assert.Single(Stored(kind));
        Assert.NotEqual(addresses[0], await store.PutAsync(First, "other bytes"u8.ToArray(), Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Put_AnyBytes_LieEncryptedAndBoundToTheirPlace(string kind)
    {
        var store = Open(kind);
        var address = await store.PutAsync(First, Picture, Stop);
        Assert.DoesNotContain(Stored(kind), bytes => bytes.AsSpan().IndexOf("SOK"u8) >= 0);
        await store.PutAsync(Second, Picture, Stop);
        Swap(kind, First, Second, address);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => store.GetAsync(First, address, Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Get_NoSuchBlob_IsNotFound(string kind)
    {
        var store = Open(kind);
        var address = await store.PutAsync(First, Picture, Stop);
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.GetAsync(Second, address, Stop));
        foreach (var wrong in (string[])[new string('0', 64), "", "../../etc/passwd", address.ToUpperInvariant()])
            await Assert.ThrowsAsync<FileNotFoundException>(() => store.GetAsync(First, wrong, Stop));
        foreach (var wrong in (string[])["", "..", "019D0000000070008000000000000001", First + "/x"])
            await Assert.ThrowsAsync<ArgumentException>(() => store.PutAsync(wrong, Picture, Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task DeleteAll_OneDocument_LeavesNothingOfItAndTheOthers(string kind)
    {
        var store = Open(kind);
        var address = await store.PutAsync(First, Picture, Stop);
        await store.PutAsync(First, "second page"u8.ToArray(), Stop);
        var other = await store.PutAsync(Second, Picture, Stop);
        await store.DeleteAllAsync(First, Stop);
        await store.DeleteAllAsync(First, Stop);
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.GetAsync(First, address, Stop));
        Assert.Equal(Picture, await store.GetAsync(Second, other, Stop));
        Assert.Single(Stored(kind));
        Assert.Equal([Second], await store.DocumentIdsAsync(Stop).ToListAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task DocumentIds_MoreThanAPageOfThem_EachOnce(string kind)
    {
        var store = Open(kind);
        var ids = Enumerable.Range(0, 25).Select(number => First[..30] + number.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)).ToList();
        foreach (var id in ids)
        {
            await store.PutAsync(id, Picture, Stop);
            await store.PutAsync(id, Encoding.ASCII.GetBytes(id), Stop);
        }

        Assert.Equal(ids, (await store.DocumentIdsAsync(Stop).ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    private IBlobStore Open(string kind) => kind == "folder" ? new FolderBlobStore(folder, new(key), new(key)) : new ObjectBlobStore(server.Address, new(key), new(key));

    private IReadOnlyList<byte[]> Stored(string kind) => kind == "folder"
        ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes)]
        : [.. server.Objects.Values];

    /// <summary>What someone does who can write into the store and has no key.</summary>
    private void Swap(string kind, string to, string from, string address)
    {
        if (kind == "folder")
            File.Copy(Path.Combine(folder, from[^2..], from, address), Path.Combine(folder, to[^2..], to, address), overwrite: true);
        else
            server.Objects[$"{to}/{address}"] = server.Objects[$"{from}/{address}"];
    }
}
