using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Vejja.Storage.Migrations;

/// <summary>Reminders, and addresses that are told when documents end.</summary>
[DbContext(typeof(VejjaContext))]
[Migration("0002_Reminders")]
internal sealed class Migration0002Reminders : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Reminders(migrationBuilder);
        Webhooks(migrationBuilder);
    }

    private static void Reminders(MigrationBuilder schema)
    {
        schema.CreateTable("plans", column => new
        {
            id = column.Column<string>(),
            document_id = column.Column<string>(),
            owner_id = column.Column<string>(),
            version = column.Column<int>(),
            start = column.Column<DateOnly>(),
            time_zone = column.Column<string>(),
            hide_names = column.Column<bool>(),
            allow_unapproved = column.Column<bool>(),
            token_hash = column.Column<string>(),
            created_at = column.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_plans", row => row.id);
            table.ForeignKey("FK_plans_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_plans_document_id", "plans", "document_id");
        schema.CreateIndex("IX_plans_token_hash", "plans", "token_hash", unique: true);
        schema.CreateTable("reminders", column => new
        {
            id = column.Column<string>(),
            plan_id = column.Column<string>(),
            owner_id = column.Column<string>(),
            state = column.Column<string>(),
            content = column.Column<byte[]>(),
            stock = column.Column<double>(nullable: true),
            stock_unit = column.Column<string>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_reminders", row => row.id);
            table.ForeignKey("FK_reminders_plans_plan_id", row => row.plan_id, "plans", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_reminders_plan_id", "reminders", "plan_id");
        schema.CreateIndex("IX_reminders_owner_id_id", "reminders", ["owner_id", "id"]);
        schema.CreateTable("doses", column => new
        {
            reminder_id = column.Column<string>(),
            number = column.Column<int>(),
            due_at = column.Column<long>(),
            amount = column.Column<double>(nullable: true),
            state = column.Column<string>(),
            snoozed_until = column.Column<long>(nullable: true),
            changed_at = column.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_doses", row => new { row.reminder_id, row.number });
            table.ForeignKey("FK_doses_reminders_reminder_id", row => row.reminder_id, "reminders", "id", onDelete: ReferentialAction.Cascade);
        });
    }

    private static void Webhooks(MigrationBuilder schema)
    {
        schema.CreateTable("webhooks", column => new
        {
            id = column.Column<string>(),
            owner_id = column.Column<string>(),
            address = column.Column<byte[]>(),
            secret = column.Column<byte[]>(),
            created_at = column.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_webhooks", row => row.id));
        schema.CreateIndex("IX_webhooks_owner_id", "webhooks", "owner_id");
        schema.CreateTable("deliveries", column => new
        {
            id = column.Column<string>(),
            webhook_id = column.Column<string>(),
            document_id = column.Column<string>(),
            @event = column.Column<string>(name: "event"),
            state = column.Column<string>(),
            due_at = column.Column<long>(),
            attempts = column.Column<int>(),
            last_status = column.Column<int>(nullable: true),
            created_at = column.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_deliveries", row => row.id);
            table.ForeignKey("FK_deliveries_webhooks_webhook_id", row => row.webhook_id, "webhooks", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_deliveries_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_deliveries_state_due_at", "deliveries", ["state", "due_at"]);
        schema.CreateIndex("IX_deliveries_webhook_id_document_id_event", "deliveries", ["webhook_id", "document_id", "event"], unique: true);
        schema.CreateIndex("IX_deliveries_document_id", "deliveries", "document_id");
    }
}
