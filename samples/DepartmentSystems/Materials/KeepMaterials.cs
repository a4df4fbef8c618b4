using DepartmentSystems.Receive;
using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Materials;

/// <summary>Keeps the list of a case's materials as the platform last gave it.</summary>
public static class KeepMaterials
{
    /// <summary>Replaces the list; what stays on it is not fetched again.</summary>
    public static async Task Run(DeskDb db, string about, IReadOnlyList<MaterialPart> materials, DateTimeOffset now, CancellationToken stop)
    {
        var before = await db.Materials.Where(m => m.Case == about).ToListAsync(stop);
        db.RemoveRange(before.Where(b => !materials.Any(m => m.Id == b.Id)));
        Add(db, about, [.. materials.Where(m => !before.Exists(b => b.Id == m.Id))], now);
    }

    /// <summary>Adds to the list. One file may stand for several materials; it is kept once, under all their names.</summary>
    public static void Add(DeskDb db, string about, IReadOnlyList<MaterialPart> materials, DateTimeOffset now) => db.AddRange(materials.GroupBy(m => m.Id, StringComparer.Ordinal).Select(same => (First: same.First(), Names: string.Join('、', same.Select(m => m.Name)))).Select(same => Record(about, same.First, same.Names, now)));

    private static MaterialRecord Record(string about, MaterialPart m, string names, DateTimeOffset now) => new()
    {
        Case = about,
        Id = m.Id,
        Code = m.Code,
        Name = names,
        FileName = m.FileName,
        ContentType = m.ContentType,
        Size = m.Size,
        Sha256 = m.Sha256.ToLowerInvariant(),
        Href = m.Href,
        NextAt = now,
    };
}
