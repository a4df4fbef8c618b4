namespace Yiwang.Kernel.Seeding;

/// <summary>Numbers that look thrown and are the same each time for the same name: what is made does not depend on the order of making.</summary>
public struct Dice
{
    private ulong _state;

    /// <summary>The dice of a name, such as that of an item in a region.</summary>
    public Dice(int seed, params ReadOnlySpan<string> names)
    {
        // FNV-1a over what the name is made of.
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var name in names)
        {
            foreach (var letter in name) hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ 0xFF) * 1099511628211UL;
        }
        _state = hash;
    }

    /// <summary>The next number, from 0 and below the bound.</summary>
    public int Below(int bound)
    {
        // SplitMix64.
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }
}
