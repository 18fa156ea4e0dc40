-- AlterTable
ALTER TABLE "payment_method" ADD COLUMN "notice_on" DATE,
ADD COLUMN "noticed_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "payment_method_notice_on_idx" ON "payment_method"("notice_on");

-- Cards on file from before are watched as well: 30 days before they expire, or 7 where that has passed.
ALTER TABLE payment_method NO FORCE ROW LEVEL SECURITY;
UPDATE payment_method SET notice_on = CASE WHEN expires_on - 30 > current_date THEN expires_on - 30 ELSE expires_on - 7 END
WHERE state = 'ACTIVE' AND expires_on >= current_date;
ALTER TABLE payment_method FORCE ROW LEVEL SECURITY;

-- The finder of due work sees when a card is due, and nothing of the card.
GRANT SELECT (organization_id, id, state, notice_on) ON payment_method TO zahlwerk_system;
CREATE POLICY system ON payment_method FOR SELECT TO zahlwerk_system USING (true);
