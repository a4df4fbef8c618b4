using Yiwang.Kernel.Journals;

namespace Yiwang.Kernel.Seeding;

/// <summary>The database was filled with sample data of a city's size. Once in the life of a database; one that has it is none for a real city.</summary>
/// <param name="Scale">The size, such as <c>ningbo</c>.</param>
[Fact("kernel.city-seeded")]
public sealed record CitySeeded(string Scale)
{
    internal const string Stream = "city-seed";
}
