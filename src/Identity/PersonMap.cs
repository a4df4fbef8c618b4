using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Personal;

namespace Yiwang.Identity;

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("identity_people");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => p.NormalizedUserName).IsUnique();
        builder.Property(p => p.Id).HasMaxLength(36);
        builder.Property(p => p.UserName).HasMaxLength(64);
        builder.Property(p => p.NormalizedUserName).HasMaxLength(64);
        builder.Property(p => p.Email).HasMaxLength(128);
        builder.Property(p => p.NormalizedEmail).HasMaxLength(128);
        builder.Property(p => p.PhoneNumber!).IsPersonal();
        builder.Property(p => p.ResidentId).IsPersonal();
        builder.Property(p => p.ResidentKey).HasMaxLength(PersonalSeal.LookUpLength).IsUnicode(false);
        builder.HasIndex(p => p.ResidentKey);
        builder.Property(p => p.ConcurrencyStamp).HasMaxLength(36).IsConcurrencyToken();
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(p => p.FullName).HasMaxLength(Person.NameMaxLength);
        builder.Property(p => p.CompanyName).HasMaxLength(128);
        builder.Property(p => p.Department).HasMaxLength(24);
        builder.Property(p => p.ServicePoint).HasMaxLength(16);
        builder.Property(p => p.Posts).HasMaxLength(64);
        builder.HasMany<IdentityUserClaim<string>>().WithOne().HasForeignKey(c => c.UserId);
        builder.HasMany<IdentityUserLogin<string>>().WithOne().HasForeignKey(c => c.UserId);
        builder.HasMany<IdentityUserToken<string>>().WithOne().HasForeignKey(c => c.UserId);
    }
}

internal sealed class PersonClaimMap : IEntityTypeConfiguration<IdentityUserClaim<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.ToTable("identity_claims");
        builder.HasKey(c => c.Id);
    }
}

internal sealed class PersonLoginMap : IEntityTypeConfiguration<IdentityUserLogin<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("identity_logins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
    }
}

internal sealed class PersonTokenMap : IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("identity_tokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
    }
}
