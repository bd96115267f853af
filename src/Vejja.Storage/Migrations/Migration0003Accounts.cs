using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Vejja.Storage.Migrations;

/// <summary>People who sign in to the web page.</summary>
[DbContext(typeof(VejjaContext))]
[Migration("0003_Accounts")]
internal sealed class Migration0003Accounts : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("accounts", column => new
        {
            id = column.Column<string>(),
            owner_id = column.Column<string>(),
            name = column.Column<string>(),
            password_hash = column.Column<string>(nullable: true),
            invitation_hash = column.Column<string>(nullable: true),
            invitation_ends_at = column.Column<long>(nullable: true),
            scopes = column.Column<string>(),
            failures = column.Column<int>(),
            locked_until = column.Column<long>(nullable: true),
            created_at = column.Column<long>(),
            signed_in_at = column.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_accounts", row => row.id));
        migrationBuilder.CreateIndex("IX_accounts_name", "accounts", "name", unique: true);
        migrationBuilder.CreateIndex("IX_accounts_invitation_hash", "accounts", "invitation_hash");
        migrationBuilder.CreateTable("sessions", column => new
        {
            id = column.Column<string>(),
            account_id = column.Column<string>(),
            seen_at = column.Column<long>(),
            ends_at = column.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_sessions", row => row.id);
            table.ForeignKey("FK_sessions_accounts_account_id", row => row.account_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_sessions_account_id", "sessions", "account_id");
        migrationBuilder.CreateIndex("IX_sessions_ends_at", "sessions", "ends_at");
    }
}
