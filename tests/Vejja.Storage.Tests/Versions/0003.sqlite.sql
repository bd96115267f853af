PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO __EFMigrationsHistory VALUES('0001_Documents','10.0.11');
INSERT INTO __EFMigrationsHistory VALUES('0002_Reminders','10.0.11');
INSERT INTO __EFMigrationsHistory VALUES('0003_Accounts','10.0.11');
CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "api_keys" (
    "id" TEXT NOT NULL CONSTRAINT "PK_api_keys" PRIMARY KEY,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "requests_per_minute" INTEGER NOT NULL,
    "documents_per_day" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NULL,
    "revoked_at" INTEGER NULL,
    "last_used_at" INTEGER NULL
);
INSERT INTO api_keys VALUES('0123456789abcdef','default','n','h','read',1,1,1795305600000,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "attempts" (
    "job_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "worker" TEXT NOT NULL,
    "started_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "outcome" TEXT NULL,
    "failure_code" TEXT NULL,
    CONSTRAINT "PK_attempts" PRIMARY KEY ("job_id", "number"),
    CONSTRAINT "FK_attempts_jobs_job_id" FOREIGN KEY ("job_id") REFERENCES "jobs" ("id") ON DELETE CASCADE
);
INSERT INTO attempts VALUES('019d0000000070008000000000000001',1,'w',1795305600000,1795305600000,'done',NULL);
CREATE TABLE IF NOT EXISTS "audit" (
    "id" TEXT NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY,
    "owner_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_id" TEXT NULL,
    "correlation_id" TEXT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "corrections" (
    "id" TEXT NOT NULL CONSTRAINT "PK_corrections" PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "before" BLOB NULL,
    "after" BLOB NULL,
    "key_id" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "FK_corrections_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "documents" (
    "id" TEXT NOT NULL CONSTRAINT "PK_documents" PRIMARY KEY,
    "owner_id" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "blob_address" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "file_name" BLOB NOT NULL,
    "state" TEXT NOT NULL,
    "failure_code" TEXT NULL,
    "priority" INTEGER NOT NULL,
    "result_version" INTEGER NOT NULL,
    "confidence" REAL NULL,
    "requires_review" INTEGER NOT NULL,
    "approved_at" INTEGER NULL,
    "prescription_date" TEXT NULL,
    "patient_hash" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL
);
INSERT INTO documents VALUES('019d0000000070008000000000000001','default','c','b','image/png',0,X'010203','Done',NULL,0,1,0.5,1,NULL,'2026-11-02','p',1795305600000,1795305600000);
CREATE TABLE IF NOT EXISTS "faults" (
    "id" TEXT NOT NULL CONSTRAINT "PK_faults" PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "FK_faults_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "flags" (
    "document_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    CONSTRAINT "PK_flags" PRIMARY KEY ("document_id", "code"),
    CONSTRAINT "FK_flags_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "idempotency" (
    "owner_id" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "document_ids" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_idempotency" PRIMARY KEY ("owner_id", "key_hash")
);
CREATE TABLE IF NOT EXISTS "jobs" (
    "id" TEXT NOT NULL CONSTRAINT "PK_jobs" PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "progress" INTEGER NOT NULL,
    "lease_owner" TEXT NULL,
    "lease_number" INTEGER NOT NULL,
    "lease_until" INTEGER NULL,
    "published_at" INTEGER NULL,
    "failure_code" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    CONSTRAINT "FK_jobs_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
INSERT INTO jobs VALUES('019d0000000070008000000000000001','019d0000000070008000000000000001','Read','Done',0,1795305600000,1,0,NULL,1,NULL,NULL,NULL,1795305600000,NULL);
CREATE TABLE IF NOT EXISTS "medications" (
    "document_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    CONSTRAINT "PK_medications" PRIMARY KEY ("document_id", "code"),
    CONSTRAINT "FK_medications_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
INSERT INTO medications VALUES('019d0000000070008000000000000001','default','paracetamol');
CREATE TABLE IF NOT EXISTS "model_calls" (
    "id" TEXT NOT NULL CONSTRAINT "PK_model_calls" PRIMARY KEY,
    "document_id" TEXT NULL,
    "model" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "duration_milliseconds" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "FK_model_calls_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "pages" (
    "document_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "blob_address" TEXT NULL,
    CONSTRAINT "PK_pages" PRIMARY KEY ("document_id", "index"),
    CONSTRAINT "FK_pages_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "results" (
    "document_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "PK_results" PRIMARY KEY ("document_id", "version"),
    CONSTRAINT "FK_results_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
INSERT INTO results VALUES('019d0000000070008000000000000001',1,'Ocr',X'040506',1795305600000);
CREATE TABLE IF NOT EXISTS "plans" (
    "id" TEXT NOT NULL CONSTRAINT "PK_plans" PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "start" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "hide_names" INTEGER NOT NULL,
    "allow_unapproved" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "FK_plans_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "reminders" (
    "id" TEXT NOT NULL CONSTRAINT "PK_reminders" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "stock" REAL NULL,
    "stock_unit" TEXT NULL,
    CONSTRAINT "FK_reminders_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "doses" (
    "reminder_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "amount" REAL NULL,
    "state" TEXT NOT NULL,
    "snoozed_until" INTEGER NULL,
    "changed_at" INTEGER NULL,
    CONSTRAINT "PK_doses" PRIMARY KEY ("reminder_id", "number"),
    CONSTRAINT "FK_doses_reminders_reminder_id" FOREIGN KEY ("reminder_id") REFERENCES "reminders" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "webhooks" (
    "id" TEXT NOT NULL CONSTRAINT "PK_webhooks" PRIMARY KEY,
    "owner_id" TEXT NOT NULL,
    "address" BLOB NOT NULL,
    "secret" BLOB NOT NULL,
    "created_at" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "deliveries" (
    "id" TEXT NOT NULL CONSTRAINT "PK_deliveries" PRIMARY KEY,
    "webhook_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "last_status" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "FK_deliveries_webhooks_webhook_id" FOREIGN KEY ("webhook_id") REFERENCES "webhooks" ("id") ON DELETE CASCADE,
    CONSTRAINT "FK_deliveries_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "IX_documents_owner_id_content_hash" ON "documents" ("owner_id", "content_hash");
CREATE INDEX "IX_documents_owner_id_id" ON "documents" ("owner_id", "id");
CREATE INDEX "IX_documents_owner_id_state_id" ON "documents" ("owner_id", "state", "id");
CREATE INDEX "IX_documents_owner_id_requires_review_id" ON "documents" ("owner_id", "requires_review", "id");
CREATE INDEX "IX_documents_owner_id_patient_hash_id" ON "documents" ("owner_id", "patient_hash", "id");
CREATE INDEX "IX_documents_owner_id_prescription_date_id" ON "documents" ("owner_id", "prescription_date", "id");
CREATE INDEX "IX_corrections_document_id" ON "corrections" ("document_id");
CREATE INDEX "IX_medications_owner_id_code_document_id" ON "medications" ("owner_id", "code", "document_id");
CREATE INDEX "IX_flags_owner_id_code_document_id" ON "flags" ("owner_id", "code", "document_id");
CREATE UNIQUE INDEX "IX_jobs_document_id_stage" ON "jobs" ("document_id", "stage");
CREATE INDEX "IX_jobs_state_stage_priority_due_at" ON "jobs" ("state", "stage", "priority" DESC, "due_at");
CREATE INDEX "IX_faults_document_id" ON "faults" ("document_id");
CREATE INDEX "IX_model_calls_document_id" ON "model_calls" ("document_id");
CREATE INDEX "IX_audit_subject_id" ON "audit" ("subject_id");
CREATE INDEX "IX_api_keys_owner_id" ON "api_keys" ("owner_id");
CREATE INDEX "IX_idempotency_at" ON "idempotency" ("at");
CREATE INDEX "IX_plans_document_id" ON "plans" ("document_id");
CREATE UNIQUE INDEX "IX_plans_token_hash" ON "plans" ("token_hash");
CREATE INDEX "IX_reminders_plan_id" ON "reminders" ("plan_id");
CREATE INDEX "IX_reminders_owner_id_id" ON "reminders" ("owner_id", "id");
CREATE INDEX "IX_webhooks_owner_id" ON "webhooks" ("owner_id");
CREATE INDEX "IX_deliveries_state_due_at" ON "deliveries" ("state", "due_at");
CREATE UNIQUE INDEX "IX_deliveries_webhook_id_document_id_event" ON "deliveries" ("webhook_id", "document_id", "event");
CREATE INDEX "IX_deliveries_document_id" ON "deliveries" ("document_id");
CREATE TABLE IF NOT EXISTS "accounts" (
    "id" TEXT NOT NULL CONSTRAINT "PK_accounts" PRIMARY KEY,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NULL,
    "invitation_hash" TEXT NULL,
    "invitation_ends_at" INTEGER NULL,
    "scopes" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "locked_until" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "signed_in_at" INTEGER NULL
);
CREATE TABLE IF NOT EXISTS "sessions" (
    "id" TEXT NOT NULL CONSTRAINT "PK_sessions" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    CONSTRAINT "FK_sessions_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "IX_accounts_name" ON "accounts" ("name");
CREATE INDEX "IX_accounts_invitation_hash" ON "accounts" ("invitation_hash");
CREATE INDEX "IX_sessions_account_id" ON "sessions" ("account_id");
CREATE INDEX "IX_sessions_ends_at" ON "sessions" ("ends_at");
COMMIT;
