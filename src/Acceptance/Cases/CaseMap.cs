using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Cases;

internal sealed class CaseMap : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("acceptance_cases");
        builder.HasKey(c => c.Number);
        builder.Property(c => c.ItemName).HasMaxLength(200);
        builder.Property(c => c.Department).HasMaxLength(24);
        builder.Property(c => c.DepartmentName).HasMaxLength(64);
        builder.Property(c => c.System).HasMaxLength(24);
        builder.Property(c => c.Channel).HasMaxLength(8);
        builder.Property(c => c.ServicePoint).HasMaxLength(16);
        builder.Property(c => c.ServicePointName).HasMaxLength(96);
        builder.Property(c => c.ApplicantKind).HasMaxLength(8);
        builder.Property(c => c.ApplicantName).HasMaxLength(Applicant.NameMaxLength);
        builder.Property(c => c.ApplicantNumber).IsPersonal();
        builder.Property(c => c.ApplicantPhone).IsPersonal();
        builder.Property(c => c.ApplicantKey).HasMaxLength(PersonalSeal.LookUpLength).IsUnicode(false);
        builder.Property(c => c.SubmittedBy).HasMaxLength(96);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(24);
        builder.Property(c => c.AcceptedBy).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Ending).HasConversion<string>().HasMaxLength(24);
        builder.Property(c => c.HandedOver).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Reason!).IsPersonal();
        builder.Property(c => c.CorrectionProblems!).IsPersonal();
        builder.Property(c => c.DocumentNumber).HasMaxLength(Case.DocumentNumberMaxLength);
        builder.Property(c => c.LicenceName).HasMaxLength(Case.LicenceNameMaxLength);
        builder.Property(c => c.LicenceNumber).HasMaxLength(Case.LicenceNumberMaxLength);
        builder.Property(c => c.HandedOverTo!).IsPersonal();
        builder.Property(c => c.Delivery!).IsPersonal();
        builder.Property(c => c.Agent!).IsPersonal();
        builder.Property(c => c.NotGranted!).IsPersonal();
        builder.Property(c => c.CollectAt).HasMaxLength(16);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.HasIndex(c => new { c.ApplicantKey, c.SubmittedAt });
        builder.Property(c => c.Procedures!).IsPersonal();
        builder.HasIndex(c => new { c.State, c.AnswerBy });
        builder.HasIndex(c => new { c.State, c.CorrectBy }).HasFilter("correct_by is not null");
        builder.HasIndex(c => new { c.State, c.OwedBy }).HasFilter("owed is not null");
        builder.HasIndex(c => new { c.CollectAt, c.ReadyAt, c.Number }).HasFilter("ready_at is not null and collect_at is not null");
        builder.HasIndex(c => new { c.DepartmentRegion, c.ReadyAt, c.Number }).HasFilter("ready_at is not null");
        builder.HasIndex(c => new { c.ServicePoint, c.ReadyAt, c.Number }).HasFilter("ready_at is not null");
        builder.HasIndex(c => c.Bundle).HasFilter("bundle is not null");
        builder.HasIndex(c => new { c.DepartmentRegion, c.State, c.AnswerBy, c.Number });
        builder.HasIndex(c => new { c.ServicePoint, c.State, c.AnswerBy, c.Number });
    }
}
