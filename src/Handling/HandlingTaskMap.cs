using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Personal;

namespace Yiwang.Handling;

internal sealed class HandlingTaskMap : IEntityTypeConfiguration<HandlingTask>
{
    public void Configure(EntityTypeBuilder<HandlingTask> builder)
    {
        builder.ToTable("handling_tasks");
        builder.HasKey(t => t.Case);
        builder.Property(t => t.Item).HasMaxLength(32);
        builder.Property(t => t.ItemName).HasMaxLength(200);
        builder.Property(t => t.ResultName).HasMaxLength(200);
        builder.Property(t => t.Department).HasMaxLength(24);
        builder.Property(t => t.DepartmentName).HasMaxLength(64);
        builder.Property(t => t.ApplicantName).HasMaxLength(128);
        builder.Property(t => t.AgentName).HasMaxLength(128);
        builder.Property(t => t.ReceivedAt).HasMaxLength(96);
        builder.Property(t => t.State).HasConversion<string>().HasMaxLength(24);
        builder.Property(t => t.Result).HasMaxLength(16);
        builder.Property(t => t.EndedBy).HasMaxLength(24);
        builder.Property(t => t.PlatformEnding).HasMaxLength(24);
        builder.Property(t => t.Procedure).HasMaxLength(32);
        builder.Property(t => t.LastProcedure).HasMaxLength(32);
        builder.Property(t => t.PlatformState).HasConversion<string>().HasMaxLength(24);
        builder.Property(t => t.ReplyRefused).HasMaxLength(HandlingTask.ReplyRefusedMaxLength);
        builder.Property(t => t.DocumentNumber).HasMaxLength(96);
        builder.Property(t => t.Reason!).IsPersonal();
        builder.Property(t => t.Form).IsPersonal();
        builder.Property(t => t.Materials).IsPersonal();
        builder.Property(t => t.Commitments!).IsPersonal();
        builder.Property(t => t.CheckSent).HasMaxLength(64);
        builder.Property(t => t.Lead).HasMaxLength(64);
        builder.Property(t => t.Note!).IsPersonal();
        builder.Property(t => t.OpinionsTold!).IsPersonal();
        builder.Property(t => t.Handler).HasMaxLength(96);
        builder.Property(t => t.HandlerName).HasMaxLength(HandlingTask.HandlerNameMaxLength);
        builder.Property(t => t.Reviewer).HasMaxLength(96);
        builder.Property(t => t.Recused).HasMaxLength(2000);
        builder.Property(t => t.Revision).IsConcurrencyToken();
        builder.HasIndex(t => new { t.Region, t.State, t.Due, t.Case });
        builder.HasIndex(t => new { t.Region, t.CommitmentsDue, t.Case });
        builder.HasIndex(t => new { t.Handler, t.State, t.Due, t.Case });
    }
}
