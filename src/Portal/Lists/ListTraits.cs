using Yiwang.Catalogue.Lists;

namespace Yiwang.Portal.Lists;

/// <summary>How addresses and pages call the ways of handling.</summary>
internal static class ListTraits
{
    private static readonly (ItemTrait Trait, string Key, string Name)[] All =
    [
        (ItemTrait.Window, "window", "可在窗口办理"), (ItemTrait.Online, "online", "可网上申报"), (ItemTrait.NoVisit, "no-visit", "一次都不用跑"), (ItemTrait.OneVisit, "one-visit", "最多跑一次"),
    ];

    /// <summary>The way that an address names; null when it names none.</summary>
    internal static ItemTrait? Of(string? key) => Array.FindIndex(All, t => t.Key == key) is var at and >= 0 ? All[at].Trait : null;

    /// <summary>How addresses call it.</summary>
    internal static string Key(ItemTrait trait) => Array.Find(All, t => t.Trait == trait).Key;

    /// <summary>How pages call it.</summary>
    internal static string Name(ItemTrait trait) => Array.Find(All, t => t.Trait == trait).Name;
}
