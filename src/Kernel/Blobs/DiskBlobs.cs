using System.Buffers;
using System.Security.Cryptography;

namespace Yiwang.Kernel.Blobs;

/// <summary>Blobs in a folder, two levels deep by hash.</summary>
internal sealed class DiskBlobs : IBlobs
{
    private const int HashLength = 64;
    private readonly TimeProvider _clock;
    private readonly string _root;
    private readonly string _incoming;

    public DiskBlobs(string folder, TimeProvider clock)
    {
        _clock = clock;
        _root = Path.Combine(folder, "blobs");
        _incoming = Path.Combine(folder, "blobs-incoming");
        Directory.CreateDirectory(_root);
        Directory.CreateDirectory(_incoming);
        // What a process that died was receiving.
        foreach (var left in Directory.EnumerateFiles(_incoming).Where(path => File.GetLastWriteTimeUtc(path) < clock.GetUtcNow().UtcDateTime.AddDays(-1))) File.Delete(left);
    }

    public async Task<StoredBlob?> Put(Stream content, long limit, CancellationToken stop)
    {
        var temporary = Path.Combine(_incoming, Path.GetRandomFileName());
        try
        {
            if (await Receive(content, temporary, limit, stop) is not { } stored) return null;
            var path = PathOf(stored.Sha256);
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(temporary, path, overwrite: true);
            }
            // One that is known is touched too, so that a sweep that is looking at it now leaves it alone.
            File.SetLastWriteTimeUtc(path, _clock.GetUtcNow().UtcDateTime);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Stream? Open(string sha256)
    {
        var path = PathOf(sha256);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true) : null;
    }

    public IEnumerable<string> OlderThan(DateTimeOffset before) =>
        Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime)
            .Select(path => Path.GetFileName(path));

    public void Delete(string sha256, DateTimeOffset before)
    {
        var path = PathOf(sha256);
        if (File.Exists(path) && File.GetLastWriteTimeUtc(path) < before.UtcDateTime) File.Delete(path);
    }

    private static async Task<StoredBlob?> Receive(Stream content, string path, long limit, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, stop)) > 0)
            {
                size += read;
                if (size > limit) return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
            }
            file.Flush(flushToDisk: true);
            return new StoredBlob(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PathOf(string sha256)
    {
        if (sha256.Length != HashLength || !sha256.All(char.IsAsciiHexDigitLower)) throw new ArgumentException("Not a SHA-256 in hex.", nameof(sha256));
        return Path.Combine(_root, sha256[..2], sha256[2..4], sha256);
    }
}
