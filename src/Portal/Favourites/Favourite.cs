using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Portal.Favourites;

/// <summary>
/// A guide that a resident keeps at hand (收藏). It is private and decides nothing, so the journal, which never forgets, does not hear of it:
/// what its owner removes is gone (个人信息保护法 47).
/// </summary>
internal sealed class Favourite
{
    public const int IdLength = 32;
    public const int PersonMaxLength = 64;

    /// <summary>32 hexadecimal digits that grow with time.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is: the id of the account.</summary>
    public required string Person { get; init; }
    public required ItemCode Item { get; init; }

    /// <summary>The site on which it was kept.</summary>
    public required RegionCode Region { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class FavouriteMap : IEntityTypeConfiguration<Favourite>
{
    public void Configure(EntityTypeBuilder<Favourite> builder)
    {
        builder.ToTable("portal_favourites");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).HasMaxLength(Favourite.IdLength);
        builder.Property(f => f.Person).HasMaxLength(Favourite.PersonMaxLength);
        builder.HasIndex(f => new { f.Person, f.Item, f.Region }).IsUnique();
        builder.HasIndex(f => new { f.Person, f.Id });
    }
}
