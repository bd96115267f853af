using Microsoft.EntityFrameworkCore;
using Vejja.Storage.Entities;
using Vejja.Storage.Model;

namespace Vejja.Storage;

/// <summary>The one model, on SQLite and on PostgreSQL.</summary>
/// <param name="options">From <see cref="Database"/>.</param>
public sealed class VejjaContext(DbContextOptions<VejjaContext> options) : DbContext(options)
{
    /// <summary>Uploaded files.</summary>
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    /// <summary>Pages as read.</summary>
    public DbSet<PageRow> Pages => Set<PageRow>();

    /// <summary>Versions of results.</summary>
    public DbSet<ResultRow> Results => Set<ResultRow>();

    /// <summary>Medicines, for search.</summary>
    public DbSet<MedicationRow> Medications => Set<MedicationRow>();

    /// <summary>Flags, for search.</summary>
    public DbSet<FlagRow> Flags => Set<FlagRow>();

    /// <summary>What people changed.</summary>
    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    /// <summary>Work.</summary>
    public DbSet<JobRow> Jobs => Set<JobRow>();

    /// <summary>Attempts at work.</summary>
    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    /// <summary>Errors.</summary>
    public DbSet<FaultRow> Faults => Set<FaultRow>();

    /// <summary>Calls of language models.</summary>
    public DbSet<ModelCallRow> ModelCalls => Set<ModelCallRow>();

    /// <summary>Who did what.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>API keys.</summary>
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    /// <summary>People who sign in.</summary>
    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    /// <summary>Browsers that are signed in.</summary>
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    /// <summary>Answers to repeated requests.</summary>
    public DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();

    /// <summary>Documents laid out in time.</summary>
    public DbSet<PlanRow> Plans => Set<PlanRow>();

    /// <summary>Reminders, one for a medicine.</summary>
    public DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    /// <summary>Times at which something is to be taken.</summary>
    public DbSet<DoseRow> Doses => Set<DoseRow>();

    /// <summary>Addresses that are told.</summary>
    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();

    /// <summary>Messages to them.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        DocumentModel.Build(modelBuilder);
        WorkModel.Build(modelBuilder);
        ReminderModel.Build(modelBuilder);
        AccountModel.Build(modelBuilder);
        SnakeCase.NameColumns(modelBuilder.Model);
    }
}
