using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Yiwang.Tests.LongestFirst))]

namespace Yiwang.Tests;

/// <summary>Begins with what takes longest, so that nothing long is left over when all else has ended.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["Yiwang.Tests.Faults.Kill", "Yiwang.Tests.Browser."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, l => c.TestCollectionDisplayName.Contains(l, StringComparison.Ordinal)) is var at && at < 0 ? Long.Length : at).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];
}
