-- AlterTable
ALTER TABLE "invoice" ADD COLUMN     "xml_document_id" UUID,
ADD COLUMN     "xrechnung_document_id" UUID;

-- CreateIndex
CREATE INDEX "invoice_organization_id_xml_document_id_idx" ON "invoice"("organization_id", "xml_document_id");

-- CreateIndex
CREATE INDEX "invoice_organization_id_xrechnung_document_id_idx" ON "invoice"("organization_id", "xrechnung_document_id");

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_xml_document_id_fkey" FOREIGN KEY ("organization_id", "xml_document_id") REFERENCES "document"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_xrechnung_document_id_fkey" FOREIGN KEY ("organization_id", "xrechnung_document_id") REFERENCES "document"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The structured part of an e-invoice is what has to be kept (section 147 AO): it is set once, like the PDF.
CREATE TRIGGER set_xml_once BEFORE UPDATE ON invoice FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION
  set_columns_once('xml_document_id', 'xrechnung_document_id');
