using System.Collections.Concurrent;

namespace Yiwang.Kernel.Rooms;

/// <summary>
/// How often what pages are made of has changed, by tag such as <c>catalogue</c>. A kept page carries the number that was read before the
/// page was made; a change raises the number after it has been committed, so a page that was being made meanwhile is never shown after it.
/// </summary>
public sealed class Generations
{
    /// <summary>Items, themes and lists.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Regions, departments and service points.</summary>
    public const string Directory = "directory";

    /// <summary>Notices.</summary>
    public const string Notices = "notices";

    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a tag now.</summary>
    public long Of(string tag) => _numbers.GetValueOrDefault(tag);

    /// <summary>Says that something of a tag has changed and that whoever asks from now on gets what is new.</summary>
    public void Raise(string tag) => _numbers.AddOrUpdate(tag, 1, (_, number) => number + 1);
}
