using System.Security.Cryptography;
using K2P.Web.Blobs;
using K2P.Web.Configuration;
using K2P.Web.Tests.Support;
using Microsoft.Extensions.Options;

namespace K2P.Web.Tests;

/// <summary>Blobs as files.</summary>
public sealed class FileBlobStoreTests : BlobStoreTests
{
    internal override Task<IBlobStore> OpenStoreAsync(string root) =>
        Task.FromResult<IBlobStore>(
            new FileBlobStore(Options.Create(new StorageOptions { Root = root }))
        );

    [Fact]
    public async Task A_blob_that_could_not_be_written_leaves_nothing()
    {
        var store = await OpenStoreAsync(Root);
        await using var broken = new BrokenStream();
        await Should.ThrowAsync<IOException>(() =>
            store.PutAsync("0ab.x", broken, CancellationToken.None)
        );
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(
            Stream destination,
            int bufferSize,
            CancellationToken cancellationToken
        ) => throw new IOException("The disk is broken.");
    }
}

/// <summary>Blobs in a real S3 store.</summary>
public sealed class S3BlobStoreTests : BlobStoreTests
{
    internal override Task<IBlobStore> OpenStoreAsync(string root) => OpenAsync(Settings());

    [Fact]
    public async Task A_link_leads_to_the_blob_for_a_while()
    {
        var settings = Settings();
        settings.PresignMinutes = 1;
        var store = await OpenAsync(settings);
        var content = RandomNumberGenerator.GetBytes(1000);
        await store.PutAsync("0ab.x", new MemoryStream(content), CancellationToken.None);
        var link = await store.LinkAsync("0ab.x", "Größe.zip", CancellationToken.None);
        using var client = new HttpClient();
        using var answer = await client.GetAsync(link);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Größe.zip");
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_not_waited_for_long()
    {
        var settings = Settings();
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        settings.Endpoint = $"http://{silent.LocalEndpoint}";
        settings.TimeoutSeconds = 0.5;
        settings.Retries = 1;
        settings.CreateBucket = false;
        using var store = new S3BlobStore(Options.Create(settings));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Should.ThrowAsync<IOException>(() => store.CheckAsync(CancellationToken.None));
        await Should.ThrowAsync<IOException>(() =>
            store.OpenAsync("0ab.x", CancellationToken.None)
        );
        clock.Elapsed.TotalSeconds.ShouldBeLessThan(5);
    }

    private static async Task<IBlobStore> OpenAsync(BlobOptions settings)
    {
        var store = new S3BlobStore(Options.Create(settings));
        await store.PrepareAsync(CancellationToken.None);
        return store;
    }

    private static BlobOptions Settings()
    {
        var (endpoint, access, secret) = Needs.S3();
        return new BlobOptions
        {
            Kind = BlobOptions.S3,
            Endpoint = endpoint,
            AccessKey = access,
            SecretKey = secret,
            Bucket = "k2p-test",
            Prefix = $"{Guid.NewGuid():N}/",
            CreateBucket = true,
            PartMiB = 5,
        };
    }
}

/// <summary>What every store promises.</summary>
public abstract class BlobStoreTests : IDisposable
{
    protected string Root { get; } = Directory.CreateTempSubdirectory("k2p-blobs-").FullName;

    internal abstract Task<IBlobStore> OpenStoreAsync(string root);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(2_000_000)]
    [InlineData(12_000_000)]
    public async Task What_was_stored_is_read(int size)
    {
        var store = await OpenStoreAsync(Root);
        var content = RandomNumberGenerator.GetBytes(size);
        await store.PutAsync("0ab.result.zip", new MemoryStream(content), CancellationToken.None);
        await using var stream = (await store.OpenAsync("0ab.result.zip", CancellationToken.None))!;
        stream.Length.ShouldBe(size);
        (await ReadAsync(stream)).SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_can_be_read_from_anywhere()
    {
        var store = await OpenStoreAsync(Root);
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        await store.PutAsync("0ab.x", new MemoryStream(content), CancellationToken.None);
        await using var stream = (await store.OpenAsync("0ab.x", CancellationToken.None))!;
        foreach (var position in new[] { 2_999_990, 0, 1_500_000, 1_500_000 })
        {
            stream.Position = position;
            var part = new byte[10];
            await stream.ReadExactlyAsync(part);
            part.ShouldBe(content[position..(position + 10)]);
        }

        stream.Seek(0, SeekOrigin.End);
        (await stream.ReadAsync(new byte[1])).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_can_be_deleted()
    {
        var store = await OpenStoreAsync(Root);
        (await store.OpenAsync("0ab.none", CancellationToken.None)).ShouldBeNull();
        await store.DeleteAsync("0ab.none", CancellationToken.None);
        await store.DeleteAllAsync("0ab", CancellationToken.None);
    }

    [Fact]
    public async Task Deleting_an_owner_deletes_all_of_it_and_nothing_else()
    {
        var store = await OpenStoreAsync(Root);
        foreach (var key in new[] { "0ab.a", "0ab.b.c", "0abc.a", "1ab.a" })
        {
            await store.PutAsync(key, new MemoryStream([1]), CancellationToken.None);
        }

        await store.DeleteAllAsync("0ab", CancellationToken.None);
        (await store.OpenAsync("0ab.a", CancellationToken.None)).ShouldBeNull();
        (await store.OpenAsync("0ab.b.c", CancellationToken.None)).ShouldBeNull();
        await using var other = await store.OpenAsync("0abc.a", CancellationToken.None);
        other.ShouldNotBeNull();
        await store.DeleteAsync("1ab.a", CancellationToken.None);
        (await store.OpenAsync("1ab.a", CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData("../x.y")]
    [InlineData("0ab")]
    [InlineData("0ab/x.y")]
    [InlineData("0AB.x")]
    [InlineData(".x")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var store = await OpenStoreAsync(Root);
        await Should.ThrowAsync<ArgumentException>(() =>
            store.PutAsync(key, new MemoryStream(), CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_store_says_that_it_works()
    {
        var store = await OpenStoreAsync(Root);
        await store.CheckAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
