using Yiwang.Catalogue.Search;

namespace Yiwang.Tests.Search;

/// <summary>A folder for an index, gone after the test.</summary>
internal sealed class IndexFolder : IDisposable
{
    internal string Path { get; } = System.IO.Directory.CreateTempSubdirectory("yiwang-index-").FullName;

    internal ItemIndex Open() => ItemIndex.Open(Path);

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
