using Microsoft.EntityFrameworkCore;
using Vejja.Storage.Entities;

namespace Vejja.Storage.Model;

/// <summary>Tables about documents; everything hangs on the document's row and goes with it.</summary>
internal static class DocumentModel
{
    /// <summary>Adds the tables.</summary>
    public static void Build(ModelBuilder model)
    {
        model.Entity<DocumentRow>(table =>
        {
            table.ToTable("documents").HasKey(row => row.Id);
            table.HasIndex(row => new { row.OwnerId, row.ContentHash }).IsUnique();
            table.HasIndex(row => new { row.OwnerId, row.Id });
            table.HasIndex(row => new { row.OwnerId, row.State, row.Id });
            table.HasIndex(row => new { row.OwnerId, row.RequiresReview, row.Id });
            table.HasIndex(row => new { row.OwnerId, row.PatientHash, row.Id });
            table.HasIndex(row => new { row.OwnerId, row.PrescriptionDate, row.Id });
        });
        model.Entity<PageRow>(table =>
        {
            table.ToTable("pages").HasKey(row => new { row.DocumentId, row.Index });
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ResultRow>(table =>
        {
            table.ToTable("results").HasKey(row => new { row.DocumentId, row.Version });
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<MedicationRow>(table =>
        {
            table.ToTable("medications").HasKey(row => new { row.DocumentId, row.Code });
            table.HasIndex(row => new { row.OwnerId, row.Code, row.DocumentId });
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FlagRow>(table =>
        {
            table.ToTable("flags").HasKey(row => new { row.DocumentId, row.Code });
            table.HasIndex(row => new { row.OwnerId, row.Code, row.DocumentId });
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CorrectionRow>(table =>
        {
            table.ToTable("corrections").HasKey(row => row.Id);
            table.HasIndex(row => row.DocumentId);
            table.HasOne<DocumentRow>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
