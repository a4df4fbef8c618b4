using Microsoft.EntityFrameworkCore;
using Yiwang.Documents.Scan;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Blobs;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Documents;

internal sealed class MaterialStore(YiwangDb db, IBlobs blobs, VirusScan scan, CurrentActor actor, TimeProvider clock) : IMaterials, IBlobReferences
{
    public async Task<Outcome<MaterialInfo>> Upload(Stream content, string fileName, CancellationToken stop)
    {
        var stored = await blobs.Put(content, MaterialRules.FileLimit, stop);
        if (stored is null)
            return new Refusal(RefusalKind.TooLarge, "too-large", "文件超过 20 MB，请压缩或拆分后再传。", [new("file", "文件超过 20 MB，请压缩或拆分后再传")]);
        if (stored.Size == 0)
            return new Refusal(RefusalKind.Invalid, "empty-file", "文件是空的，请重新选择。", [new("file", "文件是空的，请重新选择")]);
        if (await KindOf(stored, stop) is not { } contentType)
            return new Refusal(RefusalKind.Invalid, "wrong-file-type", "文件内容不是完整的 PDF、JPEG 或 PNG，请检查文件能否打开，或另存后再传。", [new("file", "文件内容不是完整的 PDF、JPEG 或 PNG")]);

        // Not before it is known to be clean does anything refer to it; the bytes of one that is not are swept.
        var verdict = await Scan(stored, stop);
        if (verdict is ScanVerdict.Infected)
            return new Refusal(RefusalKind.Invalid, "infected", "文件里发现病毒，没有收下。请查杀后重新制作文件再传。", [new("file", "文件里发现病毒，没有收下")]);
        if (verdict is ScanVerdict.Unknown)
            return new Refusal(RefusalKind.Unavailable, "scan-unavailable", "暂时不能检查文件是否安全，请过几分钟再传。", [new("file", "暂时不能检查文件是否安全，请过几分钟再传")]);

        var material = Add(stored, fileName, contentType);
        await db.SaveChangesAsync(stop);
        return material.Info;
    }

    public async Task<MaterialInfo> Keep(Stream content, string fileName, string contentType, CancellationToken stop)
    {
        var stored = await blobs.Put(content, MaterialRules.FileLimit, stop) ?? throw new InvalidOperationException($"{contentType} of {content.Length} bytes is more than a material may have.");
        var material = Add(stored, fileName, contentType);
        material.HandedIn = true;
        return material.Info;
    }

    private Material Add(StoredBlob stored, string fileName, string contentType)
    {
        var material = new Material
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Sha256 = stored.Sha256,
            Size = stored.Size,
            FileName = CleanName(fileName),
            ContentType = contentType,
            Owner = actor.Actor.JournalName,
            UploadedAt = clock.GetUtcNow(),
        };
        db.Add(material);
        return material;
    }

    public async Task<IReadOnlyList<MaterialInfo>> Find(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        return [.. (await db.Set<Material>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(stop)).Select(m => m.Info)];
    }

    public async Task<IReadOnlyList<MaterialInfo>> Take(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var found = await db.Set<Material>().Where(m => ids.Contains(m.Id)).ToListAsync(stop);
        foreach (var own in found.Where(m => m.Owner == actor.Actor.JournalName)) own.HandedIn = true;
        return [.. found.Select(m => m.Info)];
    }

    public Stream Open(MaterialInfo material) =>
        blobs.Open(material.Sha256) ?? throw new FileNotFoundException("The bytes of a material are gone from the blob store.", material.Sha256);

    public async Task<IReadOnlyCollection<string>> Referenced(IReadOnlyCollection<string> sha256s, CancellationToken stop) =>
        await db.Set<Material>().Where(m => sha256s.Contains(m.Sha256)).Select(m => m.Sha256).Distinct().ToListAsync(stop);

    private async Task<ScanVerdict> Scan(StoredBlob stored, CancellationToken stop)
    {
        await using var content = blobs.Open(stored.Sha256)!;
        return await scan.Scan(content, stop);
    }

    private async Task<string?> KindOf(StoredBlob stored, CancellationToken stop)
    {
        await using var content = blobs.Open(stored.Sha256)!;
        var head = new byte[Math.Min(FileKinds.HeadLength, stored.Size)];
        await content.ReadExactlyAsync(head, stop);
        content.Seek(-Math.Min(FileKinds.TailLength, stored.Size), SeekOrigin.End);
        var tail = new byte[Math.Min(FileKinds.TailLength, stored.Size)];
        await content.ReadExactlyAsync(tail, stop);
        return FileKinds.Of(head, tail);
    }

    /// <summary>The last part of the name without control characters: it is shown and sent on, never used as a path.</summary>
    private static string CleanName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c))]).Trim();
        if (clean.Length == 0) return "file";
        return clean.Length <= MaterialRules.FileNameMaxLength ? clean : clean[^MaterialRules.FileNameMaxLength..];
    }
}
