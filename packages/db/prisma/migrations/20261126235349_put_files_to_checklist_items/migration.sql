-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "check_key" TEXT,
ADD COLUMN     "step" "step";

-- An item of a checklist is named by its step and key within the case; it may have no answer yet, and so no row.
ALTER TABLE attachment
  ADD CONSTRAINT attachment_to_an_item_names_it CHECK ((subject = 'CHECK_ITEM')
    = (step IS NOT NULL AND check_key IS NOT NULL) AND (step IS NULL) = (check_key IS NULL)),
  ADD CONSTRAINT attachment_to_an_item_has_a_case CHECK (subject <> 'CHECK_ITEM' OR case_id IS NOT NULL);
