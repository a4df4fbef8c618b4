using Yiwang.Kernel.Outcomes;

namespace Yiwang.Documents;

/// <summary>A stored material.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FileName">The name under which it was uploaded.</param>
/// <param name="ContentType">What it is, by its content.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its digest (hex).</param>
/// <param name="Owner">The actor who uploaded it, as the journal names actors.</param>
public sealed record MaterialInfo(Guid Id, string FileName, string ContentType, long Size, string Sha256, string Owner);

/// <summary>Questions and orders to the documents room about materials.</summary>
public interface IMaterials
{
    /// <summary>Stores an upload of the current actor. Refused with <c>empty-file</c>, <c>too-large</c>, <c>wrong-file-type</c>, <c>infected</c> or <c>scan-unavailable</c>.</summary>
    Task<Outcome<MaterialInfo>> Upload(Stream content, string fileName, CancellationToken stop);

    /// <summary>Keeps a paper that the platform has made itself. It is added to the caller's transaction, and the caller knows what it is.</summary>
    Task<MaterialInfo> Keep(Stream content, string fileName, string contentType, CancellationToken stop);

    /// <summary>Those of the ids that exist.</summary>
    Task<IReadOnlyList<MaterialInfo>> Find(IReadOnlyCollection<Guid> ids, CancellationToken stop);

    /// <summary>Those of the ids that exist; the current actor's own among them are handed in with the caller's transaction, and so kept.</summary>
    Task<IReadOnlyList<MaterialInfo>> Take(IReadOnlyCollection<Guid> ids, CancellationToken stop);

    /// <summary>The bytes of a material. The caller has checked that whoever asks may read it.</summary>
    Stream Open(MaterialInfo material);
}
