-- CreateIndex
CREATE INDEX "bank_transaction_organization_id_end_to_end_id_idx" ON "bank_transaction"("organization_id", "end_to_end_id");

-- CreateIndex
CREATE INDEX "bank_transaction_organization_id_bank_reference_idx" ON "bank_transaction"("organization_id", "bank_reference");

-- CreateIndex
CREATE INDEX "bank_transaction_organization_id_structured_reference_idx" ON "bank_transaction"("organization_id", "structured_reference");

-- CreateIndex
CREATE INDEX "payment_organization_id_amount_minor_booked_at_id_idx" ON "payment"("organization_id", "amount_minor", "booked_at", "id");

-- CreateIndex
CREATE INDEX "payment_organization_id_balance_ref_idx" ON "payment"("organization_id", "balance_ref");

-- CreateIndex
CREATE INDEX "payment_organization_id_payer_iban_idx" ON "payment"("organization_id", "payer_iban");
