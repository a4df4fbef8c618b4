namespace Yiwang.Kernel.Blobs;

/// <summary>What was stored.</summary>
/// <param name="Sha256">The content's SHA-256 (hex, lower case), which is also its address.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record StoredBlob(string Sha256, long Size);

/// <summary>Files by content. A blob's bytes are on the disk before <see cref="Put"/> returns, so a row may refer to it; what no row refers to is swept.</summary>
public interface IBlobs
{
    /// <summary>Stores a stream. Refuses by returning null when it is longer than <paramref name="limit"/> bytes; nothing is kept then.</summary>
    Task<StoredBlob?> Put(Stream content, long limit, CancellationToken stop);

    /// <summary>Opens a blob for reading; null when there is none.</summary>
    Stream? Open(string sha256);

    /// <summary>The addresses of blobs last put before <paramref name="before"/>.</summary>
    IEnumerable<string> OlderThan(DateTimeOffset before);

    /// <summary>Deletes a blob unless it was put again since <paramref name="before"/>.</summary>
    void Delete(string sha256, DateTimeOffset before);
}

/// <summary>Asked by the sweep: which of these blobs does a room's table still refer to?</summary>
public interface IBlobReferences
{
    /// <summary>Those of <paramref name="sha256s"/> that are referred to.</summary>
    Task<IReadOnlyCollection<string>> Referenced(IReadOnlyCollection<string> sha256s, CancellationToken stop);
}
