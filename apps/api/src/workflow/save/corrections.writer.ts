import { nextNumber } from '@zahlwerk/db/numbers';
import { buildCorrection } from '@zahlwerk/domain/invoices/build-correction';
import { invoiceSnapshotSchema } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { splitCorrection } from '@zahlwerk/domain/invoices/split-correction';
import { insertInvoice } from './invoices.writer.ts';
import type { Writer } from './writer.ts';

/** The document that lowers an issued one, in the same series; its posting is the rule's own. */
export const issueCorrection: Writer<'issue-correction'> = async (
  saving,
  { id, correctsId, amount, reason },
) => {
  const { tx, organizationId, state, env } = saving;
  const original = await tx.invoice.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: correctsId } },
  });
  const number = await nextNumber(tx, organizationId, 'invoice', env.today);
  const groups = original.kind === 'INVOICE' ? splitCorrection(state, amount) : [];
  const built = buildCorrection(invoiceSnapshotSchema.parse(original.snapshot), {
    number,
    issuedOn: env.today,
    amount,
    groups,
    reason,
  });
  if (!built.ok) throw new Error(`Correction refused: ${built.code}`);
  await insertInvoice(saving, built.snapshot, { id, cancelsId: null, correctsId });
};
