-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('OPEN', 'CLOSED', 'CANCELED');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('ONLINE', 'MOBILE_APP', 'IN_PERSON');

-- CreateEnum
CREATE TYPE "invoicing" AS ENUM ('ISSUE', 'EXTERNAL', 'STATEMENT');

-- CreateEnum
CREATE TYPE "tax_case" AS ENUM ('DE_19', 'DE_7', 'DE_0_PV', 'DE_KLEIN', 'DE_EXEMPT', 'DE_13B', 'EU_SERVICE_RC', 'EU_SUPPLY', 'EXPORT');

-- CreateEnum
CREATE TYPE "step" AS ENUM ('INITIATE_PAYMENT', 'VERIFY_CUSTOMER_DATA', 'SAVE_CUSTOMER_RECORD', 'UPDATE_PAYMENT_METHOD', 'CREATE_PAYMENT_TASK', 'CONFIRM_AMOUNT', 'RECORD_PAYMENT', 'UPDATE_PAYMENT_STATUS', 'NOTIFY_CUSTOMER', 'CLOSE_PAYMENT_TASK');

-- CreateEnum
CREATE TYPE "step_state" AS ENUM ('PENDING', 'OPEN', 'DONE', 'SKIPPED');

-- CreateEnum
CREATE TYPE "run_origin" AS ENUM ('REJECTION', 'PAYMENT', 'RETURN');

-- CreateEnum
CREATE TYPE "check_state" AS ENUM ('PASSED', 'FAILED', 'NOT_APPLICABLE', 'NOT_CHECKABLE');

-- CreateEnum
CREATE TYPE "discrepancy_state" AS ENUM ('OPEN', 'RESOLVED');

-- CreateEnum
CREATE TYPE "discrepancy_resolution" AS ENUM ('TAKE', 'CORRECT', 'ACCEPT');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('UNKNOWN', 'DISPUTED', 'PROCESSING', 'RETURNED', 'REFUNDED', 'PARTIALLY_REFUNDED', 'SETTLED', 'APPROVED', 'VERIFIED', 'INITIATED', 'FAILED', 'CANCELED', 'REQUESTED');

-- CreateEnum
CREATE TYPE "customer_state" AS ENUM ('DRAFT', 'CONFIRMED', 'MERGED', 'RESTRICTED');

-- CreateEnum
CREATE TYPE "customer_kind" AS ENUM ('PERSON', 'COMPANY');

-- CreateEnum
CREATE TYPE "sync_target" AS ENUM ('PROVIDER', 'WEBHOOK', 'LIVE');

-- CreateEnum
CREATE TYPE "sync_state" AS ENUM ('PENDING', 'SYNCED', 'FAILED');

-- CreateEnum
CREATE TYPE "payment_method_state" AS ENUM ('PENDING', 'REVIEW', 'ACTIVE', 'RETIRED');

-- CreateEnum
CREATE TYPE "attachment_subject" AS ENUM ('CASE', 'CHECK_ITEM', 'CUSTOMER', 'PAYMENT', 'INVOICE', 'APPROVAL');

-- CreateEnum
CREATE TYPE "payment_provider" AS ENUM ('STRIPE');

-- CreateEnum
CREATE TYPE "invoice_kind" AS ENUM ('INVOICE', 'STORNO', 'CORRECTION', 'STATEMENT');

-- CreateEnum
CREATE TYPE "invoice_state" AS ENUM ('DRAFT', 'ISSUED', 'CANCELED');

-- CreateEnum
CREATE TYPE "ledger_account_type" AS ENUM ('ASSET', 'LIABILITY', 'INCOME', 'EXPENSE', 'CONTRA');

-- CreateEnum
CREATE TYPE "journal_purpose" AS ENUM ('INVOICE', 'STATEMENT', 'STORNO', 'PAYMENT', 'ALLOCATION', 'ADJUSTMENT', 'FEE', 'REFUND', 'DISPUTE', 'PAYOUT');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED');

-- CreateEnum
CREATE TYPE "recipient_kind" AS ENUM ('CUSTOMER', 'ACCOUNTS', 'MEMBER');

-- CreateEnum
CREATE TYPE "organization_mode" AS ENUM ('DEMO', 'PRODUCTION');

-- CreateEnum
CREATE TYPE "payout_mode" AS ENUM ('AUTOMATIC', 'MANUAL');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER');

-- CreateEnum
CREATE TYPE "member_state" AS ENUM ('ACTIVE', 'REMOVED');

-- CreateEnum
CREATE TYPE "capture_mode" AS ENUM ('AUTOMATIC', 'MANUAL');

-- CreateEnum
CREATE TYPE "attempt_state" AS ENUM ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN', 'DECLINED', 'AUTHORIZED', 'SUCCEEDED', 'CANCELED');

-- CreateEnum
CREATE TYPE "payment_source" AS ENUM ('PROVIDER', 'BANK', 'MANUAL');

-- CreateEnum
CREATE TYPE "receipt_kind" AS ENUM ('BANK_TRANSFER', 'CARD_TERMINAL');

-- CreateEnum
CREATE TYPE "adjustment_kind" AS ENUM ('SKONTO', 'FEE', 'ROUNDING', 'WRITE_OFF', 'CREDIT_NOTE');

-- CreateEnum
CREATE TYPE "refund_state" AS ENUM ('REQUESTED', 'APPROVED', 'SENT', 'UNKNOWN', 'SUCCEEDED', 'FAILED', 'REFUSED');

-- CreateEnum
CREATE TYPE "refund_effect" AS ENUM ('REDUCE', 'FROM_CREDIT', 'CLAIM_STAYS_OPEN');

-- CreateEnum
CREATE TYPE "dispute_kind" AS ENUM ('CARD', 'DEBIT_RETURN');

-- CreateEnum
CREATE TYPE "dispute_state" AS ENUM ('OPEN', 'WON', 'LOST');

-- CreateEnum
CREATE TYPE "payout_state" AS ENUM ('PROPOSED', 'RELEASED', 'SENT', 'PAID', 'FAILED');

-- CreateEnum
CREATE TYPE "payout_item_kind" AS ENUM ('PAYMENT', 'REFUND', 'DISPUTE', 'FEE', 'OTHER');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('MEMBER', 'INTEGRATION', 'CUSTOMER', 'SYSTEM');

-- CreateEnum
CREATE TYPE "locale" AS ENUM ('de', 'en');

-- CreateEnum
CREATE TYPE "payment_method_type" AS ENUM ('CARD', 'SEPA_DEBIT', 'BANK_TRANSFER');

-- CreateEnum
CREATE TYPE "task_kind" AS ENUM ('PAYMENT', 'EXCEPTION');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('OPEN', 'CLAIMED', 'DONE');

-- CreateEnum
CREATE TYPE "task_priority" AS ENUM ('LOW', 'NORMAL', 'HIGH');

-- CreateEnum
CREATE TYPE "task_subject" AS ENUM ('CASE', 'CUSTOMER', 'PAYMENT', 'PAYMENT_METHOD', 'MESSAGE', 'PAYOUT', 'APPROVAL', 'WEBHOOK');

-- CreateEnum
CREATE TYPE "approval_kind" AS ENUM ('ADJUSTMENT', 'WRITE_OFF', 'REFUND', 'PAYOUT', 'PAYMENT_METHOD');

-- CreateEnum
CREATE TYPE "approval_state" AS ENUM ('OPEN', 'GRANTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('PAY', 'METHOD', 'DATA', 'INVITATION', 'FEEDBACK');

-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('EMAIL', 'SMS');

-- CreateEnum
CREATE TYPE "inbox_state" AS ENUM ('NEW', 'DONE', 'QUARANTINED');

-- CreateEnum
CREATE TYPE "workflow_version_state" AS ENUM ('DRAFT', 'ACTIVE', 'RETIRED');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "two_factor_enabled" BOOLEAN DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "last_organization_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "created_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_case" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" "case_state" NOT NULL,
    "customer_id" UUID NOT NULL,
    "workflow_version_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "preferred_method" "payment_method_type",
    "payment_method_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "amount_due_minor" BIGINT NOT NULL,
    "due_on" DATE NOT NULL,
    "description" TEXT,
    "reference" TEXT,
    "integration_id" UUID,
    "external_ref" TEXT,
    "invoicing" "invoicing" NOT NULL,
    "external_invoice_number" TEXT,
    "supply_from" DATE,
    "supply_to" DATE,
    "metadata" JSONB,
    "initiated_by_kind" "actor_kind" NOT NULL,
    "initiated_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_kind" "actor_kind",
    "closed_by_id" UUID,
    "closed_single_control" BOOLEAN NOT NULL DEFAULT false,
    "canceled_at" TIMESTAMPTZ(3),
    "canceled_by_kind" "actor_kind",
    "canceled_by_id" UUID,
    "cancel_reason" TEXT,

    CONSTRAINT "payment_case_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "case_line" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "quantity" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "unit_price" TEXT NOT NULL,
    "tax_case" "tax_case" NOT NULL,
    "exemption_reason" TEXT,
    "vat_rate" TEXT NOT NULL,
    "supply_from" DATE,
    "supply_to" DATE,
    "net_minor" BIGINT NOT NULL,

    CONSTRAINT "case_line_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "case_step" (
    "organization_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "step" "step" NOT NULL,
    "run" INTEGER NOT NULL,
    "state" "step_state" NOT NULL,
    "origin" "run_origin",
    "payment_id" UUID,
    "decision" JSONB,
    "opened_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "done_by_kind" "actor_kind",
    "done_by_id" UUID,
    "reason" TEXT,
    "stop_code" TEXT,
    "stop_detail" TEXT,
    "stopped_at" TIMESTAMPTZ(3),
    "cleared_at" TIMESTAMPTZ(3),
    "cleared_by_kind" "actor_kind",
    "cleared_by_id" UUID,

    CONSTRAINT "case_step_pkey" PRIMARY KEY ("organization_id","case_id","step","run")
);

-- CreateTable
CREATE TABLE "check_item" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "step" "step" NOT NULL,
    "run" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "state" "check_state" NOT NULL,
    "required" BOOLEAN NOT NULL,
    "code" TEXT,
    "source" TEXT NOT NULL,
    "detail" TEXT,
    "evidence" JSONB,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_by_kind" "actor_kind" NOT NULL,
    "checked_by_id" UUID,

    CONSTRAINT "check_item_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "discrepancy" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "step" "step" NOT NULL,
    "run" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "expected" TEXT,
    "found" TEXT,
    "expected_source" TEXT,
    "found_source" TEXT,
    "state" "discrepancy_state" NOT NULL,
    "resolution" "discrepancy_resolution",
    "resolved_value" TEXT,
    "reason" TEXT,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_by_kind" "actor_kind" NOT NULL,
    "raised_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_kind" "actor_kind",
    "resolved_by_id" UUID,

    CONSTRAINT "discrepancy_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "published_status" (
    "organization_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "status" "payment_status" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_status_pkey" PRIMARY KEY ("organization_id","case_id")
);

-- CreateTable
CREATE TABLE "customer" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT,
    "display_name" TEXT NOT NULL,
    "state" "customer_state" NOT NULL,
    "kind" "customer_kind" NOT NULL,
    "given_name" TEXT,
    "family_name" TEXT,
    "company" TEXT,
    "contact" TEXT,
    "street" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "country" CHAR(2),
    "email" TEXT,
    "phone" TEXT,
    "vat_id" TEXT,
    "tax_number" TEXT,
    "iban" TEXT,
    "language" "locale" NOT NULL,
    "wants_sms" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "email_bounced_at" TIMESTAMPTZ(3),
    "saved_version" INTEGER NOT NULL DEFAULT 0,
    "confirmed_version" INTEGER,
    "merged_into_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "customer_version" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "case_id" UUID,
    "saved_by_kind" "actor_kind" NOT NULL,
    "saved_by_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_kind" "actor_kind",
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_version_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "customer_sync" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "target" "sync_target" NOT NULL,
    "target_ref" TEXT NOT NULL,
    "external_ref" TEXT,
    "customer_version" INTEGER NOT NULL,
    "state" "sync_state" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "synced_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_sync_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "payment_method" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "provider_account_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "type" "payment_method_type" NOT NULL,
    "state" "payment_method_state" NOT NULL,
    "holder" TEXT,
    "brand" TEXT,
    "last4" TEXT,
    "expires_on" DATE,
    "fingerprint" TEXT,
    "mandate_ref" TEXT,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "is_first" BOOLEAN NOT NULL DEFAULT false,
    "replaces_id" UUID,
    "review_reason" TEXT,
    "single_channel" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "activated_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_method_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "document" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "retain_until" DATE,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "subject" "attachment_subject" NOT NULL,
    "subject_id" UUID NOT NULL,
    "case_id" UUID,
    "name" TEXT NOT NULL,
    "purpose" TEXT,
    "signed_by" TEXT,
    "signed_on" DATE,
    "vouched_by_kind" "actor_kind",
    "vouched_by_id" UUID,
    "added_by_kind" "actor_kind" NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "event" (
    "organization_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "stream" TEXT NOT NULL,
    "stream_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "cause" TEXT,
    "case_id" UUID,
    "data" JSONB NOT NULL,
    "reason_hash" BYTEA,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("organization_id","position")
);

-- CreateTable
CREATE TABLE "event_reason" (
    "organization_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "salt" BYTEA NOT NULL,
    "text" TEXT,

    CONSTRAINT "event_reason_pkey" PRIMARY KEY ("organization_id","position")
);

-- CreateTable
CREATE TABLE "event_head" (
    "organization_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_head_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "provider_account" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "provider" "payment_provider" NOT NULL,
    "external_id" TEXT NOT NULL,
    "live_mode" BOOLEAN NOT NULL,
    "display_name" TEXT NOT NULL,
    "credential" BYTEA,
    "webhook_secret" BYTEA,
    "sweep_cursor" TEXT,
    "swept_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_account_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "integration" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "integration_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_kind" "actor_kind",
    "revoked_by_id" UUID,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" "invoice_kind" NOT NULL,
    "state" "invoice_state" NOT NULL,
    "series" TEXT NOT NULL,
    "number" TEXT,
    "cancels_id" UUID,
    "corrects_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "vat_minor" BIGINT NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "issued_on" DATE,
    "due_on" DATE,
    "snapshot" JSONB,
    "document_id" UUID,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3),
    "canceled_at" TIMESTAMPTZ(3),

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "allocated_minor" BIGINT NOT NULL,
    "open_after_minor" BIGINT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "document_id" UUID,
    "issued_on" DATE NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "organization_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("organization_id","key")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "type" "ledger_account_type" NOT NULL,
    "name_de" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "purpose" "journal_purpose" NOT NULL,
    "posted_on" DATE NOT NULL,
    "reverses_id" UUID,
    "case_id" UUID,
    "customer_id" UUID,
    "text" TEXT,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_xid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "journal_line" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "journal_line_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "recipient_kind" "recipient_kind" NOT NULL,
    "recipient" TEXT NOT NULL,
    "channel" "message_channel" NOT NULL,
    "locale" "locale" NOT NULL,
    "case_id" UUID,
    "customer_id" UUID,
    "state" "message_state" NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_ref" TEXT,
    "parameters" JSONB,
    "title" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "send_at" TIMESTAMPTZ(3),
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "mode" "organization_mode" NOT NULL,
    "test_twin_of_id" UUID,
    "name" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "street" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "country" CHAR(2) NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "tax_number" TEXT,
    "vat_id" TEXT,
    "register_entry" TEXT,
    "represented_by" TEXT,
    "small_business" BOOLEAN NOT NULL DEFAULT false,
    "account_holder" TEXT,
    "iban" TEXT,
    "bic" TEXT,
    "bank_name" TEXT,
    "currency" CHAR(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" "locale" NOT NULL,
    "accounts_email" TEXT,
    "single_control" BOOLEAN NOT NULL DEFAULT false,
    "payout_mode" "payout_mode" NOT NULL DEFAULT 'AUTOMATIC',
    "clock_offset_seconds" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "state" "member_state" NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" "locale",
    "invited_by_id" UUID,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "provider_account_id" UUID NOT NULL,
    "payment_method_id" UUID,
    "method_type" "payment_method_type" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "capture" "capture_mode" NOT NULL,
    "state" "attempt_state" NOT NULL,
    "provider_key" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "provider_ref" TEXT,
    "session_ref" TEXT,
    "session_url" TEXT,
    "session_expires_at" TIMESTAMPTZ(3),
    "charge_ref" TEXT,
    "failure_code" TEXT,
    "failure_message" TEXT,
    "initiation_at" TIMESTAMPTZ(3),
    "initiation_evidence" TEXT,
    "verification_at" TIMESTAMPTZ(3),
    "verification_evidence" TEXT,
    "verification_failed" BOOLEAN NOT NULL DEFAULT false,
    "approval_at" TIMESTAMPTZ(3),
    "approval_evidence" TEXT,
    "authorization_expires_at" TIMESTAMPTZ(3),
    "check_at" TIMESTAMPTZ(3),
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "payment" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID,
    "case_id" UUID,
    "attempt_id" UUID,
    "provider_account_id" UUID,
    "source" "payment_source" NOT NULL,
    "source_ref" TEXT NOT NULL,
    "method_type" "payment_method_type",
    "receipt_kind" "receipt_kind",
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "value_on" DATE NOT NULL,
    "reference" TEXT,
    "payer" TEXT,
    "payer_iban" TEXT,
    "evidence" TEXT NOT NULL,
    "balance_ref" TEXT,
    "fee_minor" BIGINT NOT NULL DEFAULT 0,
    "available_on" DATE,
    "vouched_by_kind" "actor_kind",
    "vouched_by_id" UUID,
    "document_id" UUID,
    "merged_ref" TEXT,
    "booked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reverses_id" UUID,
    "reason" TEXT,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "adjustment" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" "adjustment_kind" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reason" TEXT,
    "approval_id" UUID,
    "reverses_id" UUID,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "adjustment_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "refund" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "case_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "effect" "refund_effect" NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "refund_state" NOT NULL,
    "approval_id" UUID,
    "provider_key" TEXT NOT NULL,
    "parameters" JSONB,
    "provider_ref" TEXT,
    "failure_code" TEXT,
    "failure_message" TEXT,
    "requested_by_kind" "actor_kind" NOT NULL,
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "check_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "case_id" UUID,
    "kind" "dispute_kind" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "state" "dispute_state" NOT NULL,
    "provider_ref" TEXT NOT NULL,
    "due_by" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "payout" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "provider_account_id" UUID,
    "mode" "payout_mode" NOT NULL,
    "state" "payout_state" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "provider_key" TEXT,
    "provider_ref" TEXT,
    "destination" TEXT,
    "document_id" UUID,
    "proposed_by_kind" "actor_kind" NOT NULL,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "arrival_on" DATE,
    "paid_at" TIMESTAMPTZ(3),
    "failure_code" TEXT,
    "failure_message" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "payout_item" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payout_id" UUID NOT NULL,
    "kind" "payout_item_kind" NOT NULL,
    "source_ref" TEXT NOT NULL,
    "payment_id" UUID,
    "refund_id" UUID,
    "dispute_id" UUID,
    "case_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "description" TEXT,

    CONSTRAINT "payout_item_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "status_edge" (
    "machine" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "status_edge_pkey" PRIMARY KEY ("machine","from","to")
);

-- CreateTable
CREATE TABLE "task" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "task_kind" NOT NULL,
    "case_id" UUID,
    "subject" "task_subject",
    "subject_id" UUID,
    "reason" TEXT,
    "detail" TEXT,
    "priority" "task_priority" NOT NULL DEFAULT 'NORMAL',
    "assignee_id" UUID,
    "queue" TEXT NOT NULL DEFAULT 'accounts',
    "due_on" DATE NOT NULL,
    "state" "task_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "claimed_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "done_by_kind" "actor_kind",
    "done_by_id" UUID,
    "note" TEXT,
    "remind_at" TIMESTAMPTZ(3),
    "reminded_count" INTEGER NOT NULL DEFAULT 0,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "approval" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "approval_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "case_id" UUID,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "reason" TEXT NOT NULL,
    "state" "approval_state" NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "access_link" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "case_id" UUID,
    "customer_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "data" JSONB,
    "expires_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "code_hash" BYTEA,
    "code_channel" "message_channel",
    "code_expires_at" TIMESTAMPTZ(3),
    "code_attempts" INTEGER NOT NULL DEFAULT 0,
    "verified_at" TIMESTAMPTZ(3),
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_link_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "webhook_inbox" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "provider" "payment_provider" NOT NULL,
    "account" TEXT NOT NULL,
    "live_mode" BOOLEAN NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "object_id" TEXT,
    "api_version" TEXT,
    "payload" JSONB NOT NULL,
    "state" "inbox_state" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "organization_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "outcome_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("organization_id","actor","key")
);

-- CreateTable
CREATE TABLE "workflow_version" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "workflow_version_state" NOT NULL,
    "definition" JSONB NOT NULL,
    "note" TEXT,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "activated_by_kind" "actor_kind",
    "activated_by_id" UUID,
    "activated_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "workflow_version_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "two_factor_secret_idx" ON "two_factor"("secret");

-- CreateIndex
CREATE INDEX "two_factor_user_id_idx" ON "two_factor"("user_id");

-- CreateIndex
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");

-- CreateIndex
CREATE INDEX "passkey_credential_id_idx" ON "passkey"("credential_id");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "payment_case_organization_id_customer_id_idx" ON "payment_case"("organization_id", "customer_id");

-- CreateIndex
CREATE INDEX "payment_case_organization_id_workflow_version_id_idx" ON "payment_case"("organization_id", "workflow_version_id");

-- CreateIndex
CREATE INDEX "payment_case_organization_id_payment_method_id_idx" ON "payment_case"("organization_id", "payment_method_id");

-- CreateIndex
CREATE INDEX "payment_case_organization_id_state_due_on_idx" ON "payment_case"("organization_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "payment_case_organization_id_created_at_id_idx" ON "payment_case"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "payment_case_organization_id_reference_idx" ON "payment_case"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "payment_case_organization_id_number_key" ON "payment_case"("organization_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "payment_case_organization_id_integration_id_external_ref_key" ON "payment_case"("organization_id", "integration_id", "external_ref");

-- CreateIndex
CREATE UNIQUE INDEX "case_line_organization_id_case_id_position_key" ON "case_line"("organization_id", "case_id", "position");

-- CreateIndex
CREATE INDEX "case_step_organization_id_payment_id_idx" ON "case_step"("organization_id", "payment_id");

-- CreateIndex
CREATE INDEX "case_step_organization_id_state_step_idx" ON "case_step"("organization_id", "state", "step");

-- CreateIndex
CREATE UNIQUE INDEX "check_item_organization_id_case_id_step_run_key_key" ON "check_item"("organization_id", "case_id", "step", "run", "key");

-- CreateIndex
CREATE INDEX "discrepancy_organization_id_case_id_step_run_key_idx" ON "discrepancy"("organization_id", "case_id", "step", "run", "key");

-- CreateIndex
CREATE INDEX "discrepancy_organization_id_state_idx" ON "discrepancy"("organization_id", "state");

-- CreateIndex
CREATE INDEX "published_status_organization_id_status_idx" ON "published_status"("organization_id", "status");

-- CreateIndex
CREATE INDEX "customer_organization_id_email_idx" ON "customer"("organization_id", "email");

-- CreateIndex
CREATE INDEX "customer_organization_id_iban_idx" ON "customer"("organization_id", "iban");

-- CreateIndex
CREATE INDEX "customer_organization_id_merged_into_id_idx" ON "customer"("organization_id", "merged_into_id");

-- CreateIndex
CREATE INDEX "customer_organization_id_created_at_id_idx" ON "customer"("organization_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_organization_id_number_key" ON "customer"("organization_id", "number");

-- CreateIndex
CREATE INDEX "customer_version_organization_id_case_id_idx" ON "customer_version"("organization_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_version_organization_id_customer_id_version_key" ON "customer_version"("organization_id", "customer_id", "version");

-- CreateIndex
CREATE INDEX "customer_sync_organization_id_target_ref_external_ref_idx" ON "customer_sync"("organization_id", "target_ref", "external_ref");

-- CreateIndex
CREATE UNIQUE INDEX "customer_sync_organization_id_customer_id_target_target_ref_key" ON "customer_sync"("organization_id", "customer_id", "target", "target_ref");

-- CreateIndex
CREATE INDEX "payment_method_organization_id_customer_id_idx" ON "payment_method"("organization_id", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_organization_id_provider_account_id_referenc_key" ON "payment_method"("organization_id", "provider_account_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "document_organization_id_sha256_key" ON "document"("organization_id", "sha256");

-- CreateIndex
CREATE INDEX "attachment_organization_id_document_id_idx" ON "attachment"("organization_id", "document_id");

-- CreateIndex
CREATE INDEX "attachment_organization_id_subject_subject_id_idx" ON "attachment"("organization_id", "subject", "subject_id");

-- CreateIndex
CREATE INDEX "attachment_organization_id_case_id_idx" ON "attachment"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "event_organization_id_case_id_position_idx" ON "event"("organization_id", "case_id", "position");

-- CreateIndex
CREATE INDEX "event_organization_id_type_position_idx" ON "event"("organization_id", "type", "position");

-- CreateIndex
CREATE UNIQUE INDEX "event_organization_id_stream_stream_id_seq_key" ON "event"("organization_id", "stream", "stream_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "provider_account_provider_external_id_live_mode_key" ON "provider_account"("provider", "external_id", "live_mode");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_organization_id_integration_id_idx" ON "api_key"("organization_id", "integration_id");

-- CreateIndex
CREATE INDEX "invoice_organization_id_corrects_id_idx" ON "invoice"("organization_id", "corrects_id");

-- CreateIndex
CREATE INDEX "invoice_organization_id_case_id_idx" ON "invoice"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "invoice_organization_id_customer_id_idx" ON "invoice"("organization_id", "customer_id");

-- CreateIndex
CREATE INDEX "invoice_organization_id_document_id_idx" ON "invoice"("organization_id", "document_id");

-- CreateIndex
CREATE INDEX "invoice_organization_id_created_at_id_idx" ON "invoice"("organization_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_organization_id_number_key" ON "invoice"("organization_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_organization_id_cancels_id_key" ON "invoice"("organization_id", "cancels_id");

-- CreateIndex
CREATE INDEX "receipt_organization_id_case_id_idx" ON "receipt"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "receipt_organization_id_payment_id_idx" ON "receipt"("organization_id", "payment_id");

-- CreateIndex
CREATE INDEX "receipt_organization_id_document_id_idx" ON "receipt"("organization_id", "document_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_organization_id_number_key" ON "receipt"("organization_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_organization_id_key_key" ON "ledger_account"("organization_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_organization_id_number_key" ON "ledger_account"("organization_id", "number");

-- CreateIndex
CREATE INDEX "journal_entry_organization_id_case_id_idx" ON "journal_entry"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "journal_entry_organization_id_customer_id_idx" ON "journal_entry"("organization_id", "customer_id");

-- CreateIndex
CREATE INDEX "journal_entry_organization_id_posted_on_id_idx" ON "journal_entry"("organization_id", "posted_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_organization_id_source_purpose_key" ON "journal_entry"("organization_id", "source", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_organization_id_reverses_id_key" ON "journal_entry"("organization_id", "reverses_id");

-- CreateIndex
CREATE INDEX "journal_line_organization_id_account_id_idx" ON "journal_line"("organization_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_line_organization_id_entry_id_position_key" ON "journal_line"("organization_id", "entry_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "message_provider_key_key" ON "message"("provider_key");

-- CreateIndex
CREATE UNIQUE INDEX "message_provider_ref_key" ON "message"("provider_ref");

-- CreateIndex
CREATE INDEX "message_organization_id_case_id_idx" ON "message"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "message_organization_id_customer_id_idx" ON "message"("organization_id", "customer_id");

-- CreateIndex
CREATE INDEX "message_send_at_idx" ON "message"("send_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_organization_id_template_subject_id_recipient_chann_key" ON "message"("organization_id", "template", "subject_id", "recipient", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "organization_test_twin_of_id_key" ON "organization"("test_twin_of_id");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_organization_id_user_id_key" ON "member"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "payment_attempt_organization_id_case_id_idx" ON "payment_attempt"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "payment_attempt_organization_id_payment_method_id_idx" ON "payment_attempt"("organization_id", "payment_method_id");

-- CreateIndex
CREATE INDEX "payment_attempt_check_at_idx" ON "payment_attempt"("check_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_provider_ref_key" ON "payment_attempt"("organization_id", "provider_account_id", "provider_ref");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_session_ref_key" ON "payment_attempt"("organization_id", "provider_account_id", "session_ref");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_provider_key_key" ON "payment_attempt"("organization_id", "provider_account_id", "provider_key");

-- CreateIndex
CREATE INDEX "payment_organization_id_customer_id_idx" ON "payment"("organization_id", "customer_id");

-- CreateIndex
CREATE INDEX "payment_organization_id_case_id_idx" ON "payment"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "payment_organization_id_attempt_id_idx" ON "payment"("organization_id", "attempt_id");

-- CreateIndex
CREATE INDEX "payment_organization_id_provider_account_id_idx" ON "payment"("organization_id", "provider_account_id");

-- CreateIndex
CREATE INDEX "payment_organization_id_document_id_idx" ON "payment"("organization_id", "document_id");

-- CreateIndex
CREATE INDEX "payment_organization_id_booked_at_id_idx" ON "payment"("organization_id", "booked_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_organization_id_source_source_ref_key" ON "payment"("organization_id", "source", "source_ref");

-- CreateIndex
CREATE UNIQUE INDEX "payment_organization_id_merged_ref_key" ON "payment"("organization_id", "merged_ref");

-- CreateIndex
CREATE INDEX "allocation_organization_id_payment_id_idx" ON "allocation"("organization_id", "payment_id");

-- CreateIndex
CREATE INDEX "allocation_organization_id_case_id_idx" ON "allocation"("organization_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_organization_id_reverses_id_key" ON "allocation"("organization_id", "reverses_id");

-- CreateIndex
CREATE INDEX "adjustment_organization_id_case_id_idx" ON "adjustment"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "adjustment_organization_id_approval_id_idx" ON "adjustment"("organization_id", "approval_id");

-- CreateIndex
CREATE UNIQUE INDEX "adjustment_organization_id_reverses_id_key" ON "adjustment"("organization_id", "reverses_id");

-- CreateIndex
CREATE INDEX "refund_organization_id_payment_id_idx" ON "refund"("organization_id", "payment_id");

-- CreateIndex
CREATE INDEX "refund_organization_id_case_id_idx" ON "refund"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "refund_organization_id_approval_id_idx" ON "refund"("organization_id", "approval_id");

-- CreateIndex
CREATE INDEX "refund_check_at_idx" ON "refund"("check_at");

-- CreateIndex
CREATE UNIQUE INDEX "refund_organization_id_provider_ref_key" ON "refund"("organization_id", "provider_ref");

-- CreateIndex
CREATE UNIQUE INDEX "refund_organization_id_provider_key_key" ON "refund"("organization_id", "provider_key");

-- CreateIndex
CREATE INDEX "dispute_organization_id_payment_id_idx" ON "dispute"("organization_id", "payment_id");

-- CreateIndex
CREATE INDEX "dispute_organization_id_case_id_idx" ON "dispute"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "dispute_due_by_idx" ON "dispute"("due_by");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_organization_id_provider_ref_key" ON "dispute"("organization_id", "provider_ref");

-- CreateIndex
CREATE INDEX "payout_organization_id_provider_account_id_idx" ON "payout"("organization_id", "provider_account_id");

-- CreateIndex
CREATE INDEX "payout_organization_id_released_by_id_idx" ON "payout"("organization_id", "released_by_id");

-- CreateIndex
CREATE INDEX "payout_organization_id_document_id_idx" ON "payout"("organization_id", "document_id");

-- CreateIndex
CREATE INDEX "payout_organization_id_proposed_at_id_idx" ON "payout"("organization_id", "proposed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payout_organization_id_number_key" ON "payout"("organization_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "payout_organization_id_provider_ref_key" ON "payout"("organization_id", "provider_ref");

-- CreateIndex
CREATE UNIQUE INDEX "payout_organization_id_provider_key_key" ON "payout"("organization_id", "provider_key");

-- CreateIndex
CREATE INDEX "payout_item_organization_id_payout_id_idx" ON "payout_item"("organization_id", "payout_id");

-- CreateIndex
CREATE INDEX "payout_item_organization_id_payment_id_idx" ON "payout_item"("organization_id", "payment_id");

-- CreateIndex
CREATE INDEX "payout_item_organization_id_refund_id_idx" ON "payout_item"("organization_id", "refund_id");

-- CreateIndex
CREATE INDEX "payout_item_organization_id_dispute_id_idx" ON "payout_item"("organization_id", "dispute_id");

-- CreateIndex
CREATE INDEX "payout_item_organization_id_case_id_idx" ON "payout_item"("organization_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "payout_item_organization_id_source_ref_key" ON "payout_item"("organization_id", "source_ref");

-- CreateIndex
CREATE INDEX "task_organization_id_case_id_idx" ON "task"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "task_organization_id_assignee_id_idx" ON "task"("organization_id", "assignee_id");

-- CreateIndex
CREATE INDEX "task_organization_id_state_due_on_idx" ON "task"("organization_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "task_remind_at_idx" ON "task"("remind_at");

-- CreateIndex
CREATE INDEX "approval_organization_id_case_id_idx" ON "approval"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "approval_organization_id_asked_by_id_idx" ON "approval"("organization_id", "asked_by_id");

-- CreateIndex
CREATE INDEX "approval_organization_id_decided_by_id_idx" ON "approval"("organization_id", "decided_by_id");

-- CreateIndex
CREATE INDEX "approval_organization_id_state_idx" ON "approval"("organization_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_token_hash_key" ON "access_link"("token_hash");

-- CreateIndex
CREATE INDEX "access_link_organization_id_case_id_purpose_idx" ON "access_link"("organization_id", "case_id", "purpose");

-- CreateIndex
CREATE INDEX "access_link_organization_id_customer_id_idx" ON "access_link"("organization_id", "customer_id");

-- CreateIndex
CREATE INDEX "webhook_inbox_organization_id_object_id_idx" ON "webhook_inbox"("organization_id", "object_id");

-- CreateIndex
CREATE INDEX "webhook_inbox_state_received_at_idx" ON "webhook_inbox"("state", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_inbox_provider_account_event_id_key" ON "webhook_inbox"("provider", "account", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_version_organization_id_number_key" ON "workflow_version"("organization_id", "number");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_case" ADD CONSTRAINT "payment_case_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_case" ADD CONSTRAINT "payment_case_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_case" ADD CONSTRAINT "payment_case_organization_id_workflow_version_id_fkey" FOREIGN KEY ("organization_id", "workflow_version_id") REFERENCES "workflow_version"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_case" ADD CONSTRAINT "payment_case_organization_id_payment_method_id_fkey" FOREIGN KEY ("organization_id", "payment_method_id") REFERENCES "payment_method"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_case" ADD CONSTRAINT "payment_case_organization_id_integration_id_fkey" FOREIGN KEY ("organization_id", "integration_id") REFERENCES "integration"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_line" ADD CONSTRAINT "case_line_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_step" ADD CONSTRAINT "case_step_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_step" ADD CONSTRAINT "case_step_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "payment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "check_item" ADD CONSTRAINT "check_item_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "check_item" ADD CONSTRAINT "check_item_organization_id_case_id_step_run_fkey" FOREIGN KEY ("organization_id", "case_id", "step", "run") REFERENCES "case_step"("organization_id", "case_id", "step", "run") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_organization_id_case_id_step_run_fkey" FOREIGN KEY ("organization_id", "case_id", "step", "run") REFERENCES "case_step"("organization_id", "case_id", "step", "run") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "published_status" ADD CONSTRAINT "published_status_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_organization_id_merged_into_id_fkey" FOREIGN KEY ("organization_id", "merged_into_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_version" ADD CONSTRAINT "customer_version_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_version" ADD CONSTRAINT "customer_version_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_sync" ADD CONSTRAINT "customer_sync_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_method" ADD CONSTRAINT "payment_method_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_method" ADD CONSTRAINT "payment_method_organization_id_provider_account_id_fkey" FOREIGN KEY ("organization_id", "provider_account_id") REFERENCES "provider_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_method" ADD CONSTRAINT "payment_method_organization_id_replaces_id_fkey" FOREIGN KEY ("organization_id", "replaces_id") REFERENCES "payment_method"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_organization_id_document_id_fkey" FOREIGN KEY ("organization_id", "document_id") REFERENCES "document"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event_reason" ADD CONSTRAINT "event_reason_organization_id_position_fkey" FOREIGN KEY ("organization_id", "position") REFERENCES "event"("organization_id", "position") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event_head" ADD CONSTRAINT "event_head_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "provider_account" ADD CONSTRAINT "provider_account_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "integration" ADD CONSTRAINT "integration_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_integration_id_fkey" FOREIGN KEY ("organization_id", "integration_id") REFERENCES "integration"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_cancels_id_fkey" FOREIGN KEY ("organization_id", "cancels_id") REFERENCES "invoice"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_corrects_id_fkey" FOREIGN KEY ("organization_id", "corrects_id") REFERENCES "invoice"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_document_id_fkey" FOREIGN KEY ("organization_id", "document_id") REFERENCES "document"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "payment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_organization_id_document_id_fkey" FOREIGN KEY ("organization_id", "document_id") REFERENCES "document"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_account" ADD CONSTRAINT "ledger_account_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_organization_id_reverses_id_fkey" FOREIGN KEY ("organization_id", "reverses_id") REFERENCES "journal_entry"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_organization_id_entry_id_fkey" FOREIGN KEY ("organization_id", "entry_id") REFERENCES "journal_entry"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "ledger_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_test_twin_of_id_fkey" FOREIGN KEY ("test_twin_of_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_invited_by_id_fkey" FOREIGN KEY ("organization_id", "invited_by_id") REFERENCES "member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_organization_id_provider_account_id_fkey" FOREIGN KEY ("organization_id", "provider_account_id") REFERENCES "provider_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_organization_id_payment_method_id_fkey" FOREIGN KEY ("organization_id", "payment_method_id") REFERENCES "payment_method"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_organization_id_attempt_id_fkey" FOREIGN KEY ("organization_id", "attempt_id") REFERENCES "payment_attempt"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_organization_id_provider_account_id_fkey" FOREIGN KEY ("organization_id", "provider_account_id") REFERENCES "provider_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_organization_id_document_id_fkey" FOREIGN KEY ("organization_id", "document_id") REFERENCES "document"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "payment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_organization_id_reverses_id_fkey" FOREIGN KEY ("organization_id", "reverses_id") REFERENCES "allocation"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_organization_id_approval_id_fkey" FOREIGN KEY ("organization_id", "approval_id") REFERENCES "approval"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_organization_id_reverses_id_fkey" FOREIGN KEY ("organization_id", "reverses_id") REFERENCES "adjustment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "payment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_organization_id_approval_id_fkey" FOREIGN KEY ("organization_id", "approval_id") REFERENCES "approval"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "payment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_organization_id_provider_account_id_fkey" FOREIGN KEY ("organization_id", "provider_account_id") REFERENCES "provider_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_organization_id_released_by_id_fkey" FOREIGN KEY ("organization_id", "released_by_id") REFERENCES "member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_organization_id_document_id_fkey" FOREIGN KEY ("organization_id", "document_id") REFERENCES "document"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_organization_id_payout_id_fkey" FOREIGN KEY ("organization_id", "payout_id") REFERENCES "payout"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "payment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_organization_id_refund_id_fkey" FOREIGN KEY ("organization_id", "refund_id") REFERENCES "refund"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_organization_id_dispute_id_fkey" FOREIGN KEY ("organization_id", "dispute_id") REFERENCES "dispute"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_organization_id_assignee_id_fkey" FOREIGN KEY ("organization_id", "assignee_id") REFERENCES "member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_organization_id_asked_by_id_fkey" FOREIGN KEY ("organization_id", "asked_by_id") REFERENCES "member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_organization_id_decided_by_id_fkey" FOREIGN KEY ("organization_id", "decided_by_id") REFERENCES "member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "webhook_inbox" ADD CONSTRAINT "webhook_inbox_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "idempotency_record" ADD CONSTRAINT "idempotency_record_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "workflow_version" ADD CONSTRAINT "workflow_version_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

