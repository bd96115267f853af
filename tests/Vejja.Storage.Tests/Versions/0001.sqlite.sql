PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES('0001_Documents','10.0.11');
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE "api_keys" (
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
INSERT INTO "api_keys" VALUES('0123456789abcdef','default','n','h','read',1,1,1795305600000,NULL,NULL,NULL);
CREATE TABLE "attempts" (
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
INSERT INTO "attempts" VALUES('019d0000000070008000000000000001',1,'w',1795305600000,1795305600000,'done',NULL);
CREATE TABLE "audit" (
    "id" TEXT NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY,
    "owner_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_id" TEXT NULL,
    "correlation_id" TEXT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "corrections" (
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
CREATE TABLE "documents" (
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
INSERT INTO "documents" VALUES('019d0000000070008000000000000001','default','c','b','image/png',0,X'010203','Done',NULL,0,1,0.5,1,NULL,'2026-11-02','p',1795305600000,1795305600000);
CREATE TABLE "faults" (
    "id" TEXT NOT NULL CONSTRAINT "PK_faults" PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "FK_faults_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE TABLE "flags" (
    "document_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    CONSTRAINT "PK_flags" PRIMARY KEY ("document_id", "code"),
    CONSTRAINT "FK_flags_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE TABLE "idempotency" (
    "owner_id" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "document_ids" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_idempotency" PRIMARY KEY ("owner_id", "key_hash")
);
CREATE TABLE "jobs" (
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
INSERT INTO "jobs" VALUES('019d0000000070008000000000000001','019d0000000070008000000000000001','Read','Done',0,1795305600000,1,0,NULL,1,NULL,NULL,NULL,1795305600000,NULL);
CREATE TABLE "medications" (
    "document_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    CONSTRAINT "PK_medications" PRIMARY KEY ("document_id", "code"),
    CONSTRAINT "FK_medications_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
INSERT INTO "medications" VALUES('019d0000000070008000000000000001','default','paracetamol');
CREATE TABLE "model_calls" (
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
CREATE TABLE "pages" (
    "document_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "blob_address" TEXT NULL,
    CONSTRAINT "PK_pages" PRIMARY KEY ("document_id", "index"),
    CONSTRAINT "FK_pages_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
CREATE TABLE "results" (
    "document_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "PK_results" PRIMARY KEY ("document_id", "version"),
    CONSTRAINT "FK_results_documents_document_id" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON DELETE CASCADE
);
INSERT INTO "results" VALUES('019d0000000070008000000000000001',1,'Ocr',X'040506',1795305600000);
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
COMMIT;
