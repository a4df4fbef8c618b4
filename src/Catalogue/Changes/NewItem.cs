using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Changes;

/// <summary>Codes and first elements of new base items.</summary>
internal static class NewItem
{
    /// <summary>The next free code of a category and department; codes of ended items and of changes on their way are not given again.</summary>
    /// <param name="db">The database.</param>
    /// <param name="letters">The letters of the category.</param>
    /// <param name="department">The city's department.</param>
    /// <param name="taken">Codes given in this transaction.</param>
    /// <param name="stop">Stops it.</param>
    internal static async Task<ItemCode> NextCode(YiwangDb db, string letters, string department, IEnumerable<ItemCode> taken, CancellationToken stop)
    {
        var prefix = $"{letters}-{department}-";
        var known = await db.Set<ItemVersion>().AsNoTracking().Where(v => ((string)(object)v.Code).StartsWith(prefix)).Select(v => v.Code).ToListAsync(stop);
        known.AddRange(await db.Set<ItemChange>().AsNoTracking().Where(c => c.Kind == ChangeKind.Add && ((string)(object)c.Code).StartsWith(prefix)).Select(c => c.Code).ToListAsync(stop));
        known.AddRange(taken.Where(c => c.Value.StartsWith(prefix, StringComparison.Ordinal)));
        var last = known.Select(c => c.Main.Value[prefix.Length..]).Select(t => int.TryParse(t, CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty().Max();
        return ItemCode.Parse(string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1:000}"), null);
    }

    /// <summary>A new item before anybody filled it in.</summary>
    internal static ServiceItem Blank(ItemCode code, string name, string category, string department) => new()
    {
        Code = code, Version = 0, Name = name, Category = category, Department = department, Levels = [ItemWords.CityLevel], AcceptLevels = [ItemWords.CityLevel], Scope = ServiceItem.LocalScope,
        LegalBasis = [], Conditions = [], Limits = new(null, true, "", 0, "承诺件", []), ResultName = "", ResultValidity = "", Applicants = [], PersonalThemes = [], CorporateThemes = [],
        Online = false, OnlineDepth = "", Visits = 1, Charge = new(false, "", "", false), Materials = [],
        Steps = [new("收件", 0, "window"), new("受理", 5, "accept"), new("审查", null, "review"), new("决定", null, "decide"), new("送达", 10, "deliver")], Popularity = 0, Note = "", Samples = [],
    };
}
