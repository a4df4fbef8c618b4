using Lucene.Net.Store;
using Microsoft.Extensions.Logging;

namespace Yiwang.Catalogue.Search;

/// <summary>Where a process keeps its index.</summary>
internal static class IndexFolder
{
    /// <summary>Opens the index in the folder; where another process on this machine holds it, one in a folder of the process's own.</summary>
    internal static ItemIndex Open(string folder, ILogger log)
    {
        try
        {
            return ItemIndex.Open(folder, log);
        }
        catch (LockObtainFailedException)
        {
            return ItemIndex.Open(Path.Combine(Path.GetTempPath(), $"yiwang-search-{Guid.NewGuid():N}"), log);
        }
    }
}
