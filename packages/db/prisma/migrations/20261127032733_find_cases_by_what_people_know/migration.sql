-- CreateIndex
CREATE INDEX "payment_case_organization_id_external_ref_idx" ON "payment_case"("organization_id", "external_ref");

-- CreateIndex
CREATE INDEX "payment_case_organization_id_external_invoice_number_idx" ON "payment_case"("organization_id", "external_invoice_number");

-- CreateIndex
CREATE INDEX "payment_case_organization_id_amount_due_minor_id_idx" ON "payment_case"("organization_id", "amount_due_minor", "id");
