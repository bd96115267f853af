using Microsoft.EntityFrameworkCore;
using Vejja.Storage.Entities;

namespace Vejja.Storage.Model;

/// <summary>Tables about people who sign in.</summary>
internal static class AccountModel
{
    /// <summary>Adds the tables.</summary>
    public static void Build(ModelBuilder model)
    {
        model.Entity<AccountRow>(table =>
        {
            table.ToTable("accounts").HasKey(row => row.Id);
            table.HasIndex(row => row.Name).IsUnique();
            table.HasIndex(row => row.InvitationHash);
        });
        model.Entity<SessionRow>(table =>
        {
            table.ToTable("sessions").HasKey(row => row.Id);
            table.HasIndex(row => row.AccountId);
            table.HasIndex(row => row.EndsAt);
            table.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
