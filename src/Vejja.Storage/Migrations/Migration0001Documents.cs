using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Vejja.Storage.Migrations;

/// <summary>Documents, work, keys and traces.</summary>
[DbContext(typeof(VejjaContext))]
[Migration("0001_Documents")]
internal sealed class Migration0001Documents : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Documents(migrationBuilder);
        DocumentParts(migrationBuilder);
        Search(migrationBuilder);
        Work(migrationBuilder);
        Traces(migrationBuilder);
        Access(migrationBuilder);
    }

    private static void Documents(MigrationBuilder schema)
    {
        schema.CreateTable("documents", column => new
        {
            id = column.Column<string>(),
            owner_id = column.Column<string>(),
            content_hash = column.Column<string>(),
            blob_address = column.Column<string>(),
            media_type = column.Column<string>(),
            length = column.Column<long>(),
            file_name = column.Column<byte[]>(),
            state = column.Column<string>(),
            failure_code = column.Column<string>(nullable: true),
            priority = column.Column<int>(),
            result_version = column.Column<int>(),
            confidence = column.Column<double>(nullable: true),
            requires_review = column.Column<bool>(),
            approved_at = column.Column<long>(nullable: true),
            prescription_date = column.Column<DateOnly>(nullable: true),
            patient_hash = column.Column<string>(nullable: true),
            created_at = column.Column<long>(),
            updated_at = column.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_documents", row => row.id));
        schema.CreateIndex("IX_documents_owner_id_content_hash", "documents", ["owner_id", "content_hash"], unique: true);
        schema.CreateIndex("IX_documents_owner_id_id", "documents", ["owner_id", "id"]);
        schema.CreateIndex("IX_documents_owner_id_state_id", "documents", ["owner_id", "state", "id"]);
        schema.CreateIndex("IX_documents_owner_id_requires_review_id", "documents", ["owner_id", "requires_review", "id"]);
        schema.CreateIndex("IX_documents_owner_id_patient_hash_id", "documents", ["owner_id", "patient_hash", "id"]);
        schema.CreateIndex("IX_documents_owner_id_prescription_date_id", "documents", ["owner_id", "prescription_date", "id"]);
    }

    private static void DocumentParts(MigrationBuilder schema)
    {
        schema.CreateTable("pages", column => new
        {
            document_id = column.Column<string>(),
            index = column.Column<int>(),
            width = column.Column<int>(),
            height = column.Column<int>(),
            blob_address = column.Column<string>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_pages", row => new { row.document_id, row.index });
            table.ForeignKey("FK_pages_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateTable("results", column => new
        {
            document_id = column.Column<string>(),
            version = column.Column<int>(),
            kind = column.Column<string>(),
            content = column.Column<byte[]>(),
            created_at = column.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_results", row => new { row.document_id, row.version });
            table.ForeignKey("FK_results_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateTable("corrections", column => new
        {
            id = column.Column<string>(),
            document_id = column.Column<string>(),
            version = column.Column<int>(),
            field = column.Column<string>(),
            before = column.Column<byte[]>(nullable: true),
            after = column.Column<byte[]>(nullable: true),
            key_id = column.Column<string>(),
            at = column.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_corrections", row => row.id);
            table.ForeignKey("FK_corrections_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_corrections_document_id", "corrections", "document_id");
    }

    private static void Search(MigrationBuilder schema)
    {
        schema.CreateTable("medications", column => new
        {
            document_id = column.Column<string>(),
            owner_id = column.Column<string>(),
            code = column.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_medications", row => new { row.document_id, row.code });
            table.ForeignKey("FK_medications_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_medications_owner_id_code_document_id", "medications", ["owner_id", "code", "document_id"]);
        schema.CreateTable("flags", column => new
        {
            document_id = column.Column<string>(),
            owner_id = column.Column<string>(),
            code = column.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_flags", row => new { row.document_id, row.code });
            table.ForeignKey("FK_flags_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_flags_owner_id_code_document_id", "flags", ["owner_id", "code", "document_id"]);
    }

    private static void Work(MigrationBuilder schema)
    {
        schema.CreateTable("jobs", column => new
        {
            id = column.Column<string>(),
            document_id = column.Column<string>(),
            stage = column.Column<string>(),
            state = column.Column<string>(),
            priority = column.Column<int>(),
            due_at = column.Column<long>(),
            attempts = column.Column<int>(),
            progress = column.Column<int>(),
            lease_owner = column.Column<string>(nullable: true),
            lease_number = column.Column<long>(),
            lease_until = column.Column<long>(nullable: true),
            published_at = column.Column<long>(nullable: true),
            failure_code = column.Column<string>(nullable: true),
            created_at = column.Column<long>(),
            ended_at = column.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_jobs", row => row.id);
            table.ForeignKey("FK_jobs_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_jobs_document_id_stage", "jobs", ["document_id", "stage"], unique: true);
        schema.CreateIndex("IX_jobs_state_stage_priority_due_at", "jobs", ["state", "stage", "priority", "due_at"], descending: [false, false, true, false]);
        schema.CreateTable("attempts", column => new
        {
            job_id = column.Column<string>(),
            number = column.Column<long>(),
            worker = column.Column<string>(),
            started_at = column.Column<long>(),
            ended_at = column.Column<long>(nullable: true),
            outcome = column.Column<string>(nullable: true),
            failure_code = column.Column<string>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_attempts", row => new { row.job_id, row.number });
            table.ForeignKey("FK_attempts_jobs_job_id", row => row.job_id, "jobs", "id", onDelete: ReferentialAction.Cascade);
        });
    }

    private static void Traces(MigrationBuilder schema)
    {
        schema.CreateTable("faults", column => new
        {
            id = column.Column<string>(),
            document_id = column.Column<string>(),
            stage = column.Column<string>(),
            code = column.Column<string>(),
            type = column.Column<string>(),
            at = column.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_faults", row => row.id);
            table.ForeignKey("FK_faults_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_faults_document_id", "faults", "document_id");
        schema.CreateTable("model_calls", column => new
        {
            id = column.Column<string>(),
            document_id = column.Column<string>(nullable: true),
            model = column.Column<string>(),
            purpose = column.Column<string>(),
            input_tokens = column.Column<int>(),
            output_tokens = column.Column<int>(),
            duration_milliseconds = column.Column<long>(),
            outcome = column.Column<string>(),
            at = column.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_model_calls", row => row.id);
            table.ForeignKey("FK_model_calls_documents_document_id", row => row.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_model_calls_document_id", "model_calls", "document_id");
        schema.CreateTable("audit", column => new
        {
            id = column.Column<string>(),
            owner_id = column.Column<string>(),
            key_id = column.Column<string>(),
            action = column.Column<string>(),
            subject_id = column.Column<string>(nullable: true),
            correlation_id = column.Column<string>(nullable: true),
            at = column.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_audit", row => row.id));
        schema.CreateIndex("IX_audit_subject_id", "audit", "subject_id");
    }

    private static void Access(MigrationBuilder schema)
    {
        schema.CreateTable("api_keys", column => new
        {
            id = column.Column<string>(),
            owner_id = column.Column<string>(),
            name = column.Column<string>(),
            secret_hash = column.Column<string>(),
            scopes = column.Column<string>(),
            requests_per_minute = column.Column<int>(),
            documents_per_day = column.Column<int>(),
            created_at = column.Column<long>(),
            expires_at = column.Column<long>(nullable: true),
            revoked_at = column.Column<long>(nullable: true),
            last_used_at = column.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_api_keys", row => row.id));
        schema.CreateIndex("IX_api_keys_owner_id", "api_keys", "owner_id");
        schema.CreateTable("idempotency", column => new
        {
            owner_id = column.Column<string>(),
            key_hash = column.Column<string>(),
            fingerprint = column.Column<string>(),
            document_ids = column.Column<string>(),
            at = column.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_idempotency", row => new { row.owner_id, row.key_hash }));
        schema.CreateIndex("IX_idempotency_at", "idempotency", "at");
    }
}
