using Microsoft.EntityFrameworkCore;
using Vejja.Storage.Entities;

namespace Vejja.Storage.Model;

/// <summary>Tables about reminders and those who are told.</summary>
internal static class ReminderModel
{
    /// <summary>Adds the tables.</summary>
    public static void Build(ModelBuilder model)
    {
        model.Entity<PlanRow>(table =>
        {
            table.ToTable("plans").HasKey(row => row.Id);
            table.HasIndex(row => row.DocumentId);
            table.HasIndex(row => row.TokenHash).IsUnique();
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ReminderRow>(table =>
        {
            table.ToTable("reminders").HasKey(row => row.Id);
            table.HasIndex(row => row.PlanId);
            table.HasIndex(row => new { row.OwnerId, row.Id });
            table.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DoseRow>(table =>
        {
            table.ToTable("doses").HasKey(row => new { row.ReminderId, row.Number });
            table.HasOne<ReminderRow>().WithMany().HasForeignKey(row => row.ReminderId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WebhookRow>(table =>
        {
            table.ToTable("webhooks").HasKey(row => row.Id);
            table.HasIndex(row => row.OwnerId);
        });
        model.Entity<DeliveryRow>(table =>
        {
            table.ToTable("deliveries").HasKey(row => row.Id);
            table.HasIndex(row => new { row.State, row.DueAt });
            table.HasIndex(row => new { row.WebhookId, row.DocumentId, row.Event }).IsUnique();
            table.HasIndex(row => row.DocumentId);
            table.HasOne<WebhookRow>().WithMany().HasForeignKey(row => row.WebhookId).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
