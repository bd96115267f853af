using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Vejja.Storage.Migrations;

/// <summary>How far a stage is, by step and page.</summary>
[DbContext(typeof(VejjaContext))]
[Migration("0004_Steps")]
internal sealed class Migration0004Steps : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("step", "jobs", nullable: true);
        migrationBuilder.AddColumn<int>("page", "jobs", nullable: true);
        migrationBuilder.AddColumn<int>("pages", "jobs", nullable: true);
    }
}
