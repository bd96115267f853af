using Microsoft.EntityFrameworkCore;
using Vejja.Storage.Entities;

namespace Vejja.Storage.Model;

/// <summary>Tables about work, keys and traces.</summary>
internal static class WorkModel
{
    /// <summary>Adds the tables.</summary>
    public static void Build(ModelBuilder model)
    {
        model.Entity<JobRow>(table =>
        {
            table.ToTable("jobs").HasKey(row => row.Id);
            table.HasIndex(row => new { row.DocumentId, row.Stage }).IsUnique();
            table.HasIndex(row => new { row.State, row.Stage, row.Priority, row.DueAt }).IsDescending(false, false, true, false);
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AttemptRow>(table =>
        {
            table.ToTable("attempts").HasKey(row => new { row.JobId, row.Number });
            table.HasOne<JobRow>().WithMany().HasForeignKey(row => row.JobId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FaultRow>(table =>
        {
            table.ToTable("faults").HasKey(row => row.Id);
            table.HasIndex(row => row.DocumentId);
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ModelCallRow>(table =>
        {
            table.ToTable("model_calls").HasKey(row => row.Id);
            table.HasIndex(row => row.DocumentId);
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AuditRow>(table =>
        {
            table.ToTable("audit").HasKey(row => row.Id);
            table.HasIndex(row => row.SubjectId);
        });
        model.Entity<ApiKeyRow>(table =>
        {
            table.ToTable("api_keys").HasKey(row => row.Id);
            table.HasIndex(row => row.OwnerId);
        });
        model.Entity<IdempotencyRow>(table =>
        {
            table.ToTable("idempotency").HasKey(row => new { row.OwnerId, row.KeyHash });
            table.HasIndex(row => row.At);
        });
    }
}
