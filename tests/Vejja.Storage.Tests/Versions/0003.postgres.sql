CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);
CREATE TABLE accounts (
    id text NOT NULL,
    owner_id text NOT NULL,
    name text NOT NULL,
    password_hash text,
    invitation_hash text,
    invitation_ends_at bigint,
    scopes text NOT NULL,
    failures integer NOT NULL,
    locked_until bigint,
    created_at bigint NOT NULL,
    signed_in_at bigint
);
CREATE TABLE sessions (
    id text NOT NULL,
    account_id text NOT NULL,
    seen_at bigint NOT NULL,
    ends_at bigint NOT NULL
);
CREATE TABLE api_keys (
    id text NOT NULL,
    owner_id text NOT NULL,
    name text NOT NULL,
    secret_hash text NOT NULL,
    scopes text NOT NULL,
    requests_per_minute integer NOT NULL,
    documents_per_day integer NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    revoked_at bigint,
    last_used_at bigint
);
CREATE TABLE attempts (
    job_id text NOT NULL,
    number bigint NOT NULL,
    worker text NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint,
    outcome text,
    failure_code text
);
CREATE TABLE audit (
    id text NOT NULL,
    owner_id text NOT NULL,
    key_id text NOT NULL,
    action text NOT NULL,
    subject_id text,
    correlation_id text,
    at bigint NOT NULL
);
CREATE TABLE corrections (
    id text NOT NULL,
    document_id text NOT NULL,
    version integer NOT NULL,
    field text NOT NULL,
    before bytea,
    after bytea,
    key_id text NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE deliveries (
    id text NOT NULL,
    webhook_id text NOT NULL,
    document_id text NOT NULL,
    event text NOT NULL,
    state text NOT NULL,
    due_at bigint NOT NULL,
    attempts integer NOT NULL,
    last_status integer,
    created_at bigint NOT NULL
);
CREATE TABLE documents (
    id text NOT NULL,
    owner_id text NOT NULL,
    content_hash text NOT NULL,
    blob_address text NOT NULL,
    media_type text NOT NULL,
    length bigint NOT NULL,
    file_name bytea NOT NULL,
    state text NOT NULL,
    failure_code text,
    priority integer NOT NULL,
    result_version integer NOT NULL,
    confidence double precision,
    requires_review boolean NOT NULL,
    approved_at bigint,
    prescription_date date,
    patient_hash text,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);
CREATE TABLE doses (
    reminder_id text NOT NULL,
    number integer NOT NULL,
    due_at bigint NOT NULL,
    amount double precision,
    state text NOT NULL,
    snoozed_until bigint,
    changed_at bigint
);
CREATE TABLE faults (
    id text NOT NULL,
    document_id text NOT NULL,
    stage text NOT NULL,
    code text NOT NULL,
    type text NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE flags (
    document_id text NOT NULL,
    owner_id text NOT NULL,
    code text NOT NULL
);
CREATE TABLE idempotency (
    owner_id text NOT NULL,
    key_hash text NOT NULL,
    fingerprint text NOT NULL,
    document_ids text NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE jobs (
    id text NOT NULL,
    document_id text NOT NULL,
    stage text NOT NULL,
    state text NOT NULL,
    priority integer NOT NULL,
    due_at bigint NOT NULL,
    attempts integer NOT NULL,
    progress integer NOT NULL,
    lease_owner text,
    lease_number bigint NOT NULL,
    lease_until bigint,
    published_at bigint,
    failure_code text,
    created_at bigint NOT NULL,
    ended_at bigint
);
CREATE TABLE medications (
    document_id text NOT NULL,
    owner_id text NOT NULL,
    code text NOT NULL
);
CREATE TABLE model_calls (
    id text NOT NULL,
    document_id text,
    model text NOT NULL,
    purpose text NOT NULL,
    input_tokens integer NOT NULL,
    output_tokens integer NOT NULL,
    duration_milliseconds bigint NOT NULL,
    outcome text NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE pages (
    document_id text NOT NULL,
    index integer NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    blob_address text
);
CREATE TABLE plans (
    id text NOT NULL,
    document_id text NOT NULL,
    owner_id text NOT NULL,
    version integer NOT NULL,
    start date NOT NULL,
    time_zone text NOT NULL,
    hide_names boolean NOT NULL,
    allow_unapproved boolean NOT NULL,
    token_hash text NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE reminders (
    id text NOT NULL,
    plan_id text NOT NULL,
    owner_id text NOT NULL,
    state text NOT NULL,
    content bytea NOT NULL,
    stock double precision,
    stock_unit text
);
CREATE TABLE results (
    document_id text NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL,
    content bytea NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE webhooks (
    id text NOT NULL,
    owner_id text NOT NULL,
    address bytea NOT NULL,
    secret bytea NOT NULL,
    created_at bigint NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES ('0001_Documents', '10.0.11');
INSERT INTO "__EFMigrationsHistory" VALUES ('0002_Reminders', '10.0.11');
INSERT INTO "__EFMigrationsHistory" VALUES ('0003_Accounts', '10.0.11');
INSERT INTO api_keys VALUES ('0123456789abcdef', 'default', 'n', 'h', 'read', 1, 1, 1795305600000, NULL, NULL, NULL);
INSERT INTO attempts VALUES ('019d0000000070008000000000000001', 1, 'w', 1795305600000, 1795305600000, 'done', NULL);
INSERT INTO documents VALUES ('019d0000000070008000000000000001', 'default', 'c', 'b', 'image/png', 0, '\x010203', 'Done', NULL, 0, 1, 0.5, true, NULL, '2026-11-02', 'p', 1795305600000, 1795305600000);
INSERT INTO jobs VALUES ('019d0000000070008000000000000001', '019d0000000070008000000000000001', 'Read', 'Done', 0, 1795305600000, 1, 0, NULL, 1, NULL, NULL, NULL, 1795305600000, NULL);
INSERT INTO medications VALUES ('019d0000000070008000000000000001', 'default', 'paracetamol');
INSERT INTO results VALUES ('019d0000000070008000000000000001', 1, 'Ocr', '\x040506', 1795305600000);
ALTER TABLE ONLY "__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");
ALTER TABLE ONLY api_keys
    ADD CONSTRAINT "PK_api_keys" PRIMARY KEY (id);
ALTER TABLE ONLY attempts
    ADD CONSTRAINT "PK_attempts" PRIMARY KEY (job_id, number);
ALTER TABLE ONLY audit
    ADD CONSTRAINT "PK_audit" PRIMARY KEY (id);
ALTER TABLE ONLY corrections
    ADD CONSTRAINT "PK_corrections" PRIMARY KEY (id);
ALTER TABLE ONLY deliveries
    ADD CONSTRAINT "PK_deliveries" PRIMARY KEY (id);
ALTER TABLE ONLY documents
    ADD CONSTRAINT "PK_documents" PRIMARY KEY (id);
ALTER TABLE ONLY doses
    ADD CONSTRAINT "PK_doses" PRIMARY KEY (reminder_id, number);
ALTER TABLE ONLY faults
    ADD CONSTRAINT "PK_faults" PRIMARY KEY (id);
ALTER TABLE ONLY flags
    ADD CONSTRAINT "PK_flags" PRIMARY KEY (document_id, code);
ALTER TABLE ONLY idempotency
    ADD CONSTRAINT "PK_idempotency" PRIMARY KEY (owner_id, key_hash);
ALTER TABLE ONLY jobs
    ADD CONSTRAINT "PK_jobs" PRIMARY KEY (id);
ALTER TABLE ONLY medications
    ADD CONSTRAINT "PK_medications" PRIMARY KEY (document_id, code);
ALTER TABLE ONLY model_calls
    ADD CONSTRAINT "PK_model_calls" PRIMARY KEY (id);
ALTER TABLE ONLY pages
    ADD CONSTRAINT "PK_pages" PRIMARY KEY (document_id, index);
ALTER TABLE ONLY plans
    ADD CONSTRAINT "PK_plans" PRIMARY KEY (id);
ALTER TABLE ONLY reminders
    ADD CONSTRAINT "PK_reminders" PRIMARY KEY (id);
ALTER TABLE ONLY results
    ADD CONSTRAINT "PK_results" PRIMARY KEY (document_id, version);
ALTER TABLE ONLY webhooks
    ADD CONSTRAINT "PK_webhooks" PRIMARY KEY (id);
CREATE INDEX "IX_api_keys_owner_id" ON api_keys USING btree (owner_id);
CREATE INDEX "IX_audit_subject_id" ON audit USING btree (subject_id);
CREATE INDEX "IX_corrections_document_id" ON corrections USING btree (document_id);
CREATE INDEX "IX_deliveries_document_id" ON deliveries USING btree (document_id);
CREATE INDEX "IX_deliveries_state_due_at" ON deliveries USING btree (state, due_at);
CREATE UNIQUE INDEX "IX_deliveries_webhook_id_document_id_event" ON deliveries USING btree (webhook_id, document_id, event);
CREATE UNIQUE INDEX "IX_documents_owner_id_content_hash" ON documents USING btree (owner_id, content_hash);
CREATE INDEX "IX_documents_owner_id_id" ON documents USING btree (owner_id, id);
CREATE INDEX "IX_documents_owner_id_patient_hash_id" ON documents USING btree (owner_id, patient_hash, id);
CREATE INDEX "IX_documents_owner_id_prescription_date_id" ON documents USING btree (owner_id, prescription_date, id);
CREATE INDEX "IX_documents_owner_id_requires_review_id" ON documents USING btree (owner_id, requires_review, id);
CREATE INDEX "IX_documents_owner_id_state_id" ON documents USING btree (owner_id, state, id);
CREATE INDEX "IX_faults_document_id" ON faults USING btree (document_id);
CREATE INDEX "IX_flags_owner_id_code_document_id" ON flags USING btree (owner_id, code, document_id);
CREATE INDEX "IX_idempotency_at" ON idempotency USING btree (at);
CREATE UNIQUE INDEX "IX_jobs_document_id_stage" ON jobs USING btree (document_id, stage);
CREATE INDEX "IX_jobs_state_stage_priority_due_at" ON jobs USING btree (state, stage, priority DESC, due_at);
CREATE INDEX "IX_medications_owner_id_code_document_id" ON medications USING btree (owner_id, code, document_id);
CREATE INDEX "IX_model_calls_document_id" ON model_calls USING btree (document_id);
CREATE INDEX "IX_plans_document_id" ON plans USING btree (document_id);
CREATE UNIQUE INDEX "IX_plans_token_hash" ON plans USING btree (token_hash);
CREATE INDEX "IX_reminders_owner_id_id" ON reminders USING btree (owner_id, id);
CREATE INDEX "IX_reminders_plan_id" ON reminders USING btree (plan_id);
CREATE INDEX "IX_webhooks_owner_id" ON webhooks USING btree (owner_id);
ALTER TABLE ONLY attempts
    ADD CONSTRAINT "FK_attempts_jobs_job_id" FOREIGN KEY (job_id) REFERENCES jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY corrections
    ADD CONSTRAINT "FK_corrections_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY deliveries
    ADD CONSTRAINT "FK_deliveries_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY deliveries
    ADD CONSTRAINT "FK_deliveries_webhooks_webhook_id" FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE;
ALTER TABLE ONLY doses
    ADD CONSTRAINT "FK_doses_reminders_reminder_id" FOREIGN KEY (reminder_id) REFERENCES reminders(id) ON DELETE CASCADE;
ALTER TABLE ONLY faults
    ADD CONSTRAINT "FK_faults_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY flags
    ADD CONSTRAINT "FK_flags_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY jobs
    ADD CONSTRAINT "FK_jobs_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY medications
    ADD CONSTRAINT "FK_medications_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY model_calls
    ADD CONSTRAINT "FK_model_calls_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY pages
    ADD CONSTRAINT "FK_pages_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY plans
    ADD CONSTRAINT "FK_plans_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY reminders
    ADD CONSTRAINT "FK_reminders_plans_plan_id" FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE;
ALTER TABLE ONLY results
    ADD CONSTRAINT "FK_results_documents_document_id" FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE;
ALTER TABLE ONLY accounts
    ADD CONSTRAINT "PK_accounts" PRIMARY KEY (id);
ALTER TABLE ONLY sessions
    ADD CONSTRAINT "PK_sessions" PRIMARY KEY (id);
CREATE UNIQUE INDEX "IX_accounts_name" ON accounts USING btree (name);
CREATE INDEX "IX_accounts_invitation_hash" ON accounts USING btree (invitation_hash);
CREATE INDEX "IX_sessions_account_id" ON sessions USING btree (account_id);
CREATE INDEX "IX_sessions_ends_at" ON sessions USING btree (ends_at);
ALTER TABLE ONLY sessions
    ADD CONSTRAINT "FK_sessions_accounts_account_id" FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
