import { dayToDate } from '@zahlwerk/db/calendar-day';
import { nextNumber } from '@zahlwerk/db/numbers';
import { priceInvoice } from '@zahlwerk/domain/invoices/invoice-lines';
import {
  type InvoiceSnapshot,
  invoiceSnapshotSchema,
} from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { buildStorno } from '@zahlwerk/domain/invoices/storno';
import { isAccountKey } from '@zahlwerk/domain/ledger/accounts';
import { journal } from '@zahlwerk/domain/ledger/journal';
import { postInvoice } from '@zahlwerk/domain/ledger/post-claims';
import { moneyFromJson } from '@zahlwerk/domain/money/money.schema';
import { caseDocument } from '@zahlwerk/domain/workflow/case-document';
import { postEntries } from './journal.writer.ts';
import { actorColumns, type Saving, type Writer } from './writer.ts';

const snapshotOf = (
  { state, env }: Saving,
  kind: 'INVOICE' | 'STATEMENT',
  number: string,
): InvoiceSnapshot => {
  const built = caseDocument(state, kind, number, env.today);
  if (built.ok) return built.snapshot;
  throw new Error(`Document refused after its rule had agreed: ${built.reasons.join(', ')}`);
};

export const insertInvoice = async (
  saving: Saving,
  snapshot: InvoiceSnapshot,
  ids: { readonly id: string; readonly cancelsId: string | null; readonly correctsId: string | null },
): Promise<void> => {
  const { tx, organizationId, state, env } = saving;
  await tx.invoice.create({
    data: {
      organizationId,
      id: ids.id,
      caseId: state.id,
      customerId: state.customer.id,
      kind: snapshot.kind,
      state: 'ISSUED',
      series: 'invoice',
      number: snapshot.number,
      cancelsId: ids.cancelsId,
      correctsId: ids.correctsId,
      currency: snapshot.currency,
      netMinor: moneyFromJson(snapshot.totals.net).minor,
      vatMinor: moneyFromJson(snapshot.totals.vat).minor,
      grossMinor: moneyFromJson(snapshot.totals.gross).minor,
      issuedOn: dayToDate(snapshot.issuedOn),
      dueOn: snapshot.dueOn ? dayToDate(snapshot.dueOn) : null,
      snapshot,
      createdAt: env.now,
      issuedAt: env.now,
      ...actorColumns('createdBy', saving),
    },
  });
  saving.followUps.push({ job: 'render-document', kind: 'INVOICE', id: ids.id });
};

/** Numbers, freezes and posts the document of the claim; its PDF is rendered from the frozen snapshot after the commit. */
export const issueInvoice: Writer<'issue-invoice'> = async (saving, { id, kind }) => {
  const { tx, organizationId, state, env } = saving;
  const number = await nextNumber(tx, organizationId, 'invoice', env.today);
  await insertInvoice(saving, snapshotOf(saving, kind, number), { id, cancelsId: null, correctsId: null });
  if (kind !== 'INVOICE') return;
  const entry = postInvoice(id, priceInvoice(state, state.amountDue.currency), env.today);
  await postEntries(saving, [entry], { caseId: state.id, customerId: state.customer.id });
};

/** A Storno takes the whole document back: its own number, negative figures, the counter-entry in the ledger. */
export const cancelInvoice: Writer<'cancel-invoice'> = async (saving, { id, stornoId }) => {
  const { tx, organizationId, state, env } = saving;
  const original = await tx.invoice.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id } },
  });
  const number = await nextNumber(tx, organizationId, 'invoice', env.today);
  const storno = buildStorno(invoiceSnapshotSchema.parse(original.snapshot), {
    number,
    issuedOn: env.today,
    reason: null,
  });
  if (!storno.ok) throw new Error(`Storno refused: ${storno.code}`);
  await tx.invoice.update({
    where: { organizationId_id: { organizationId, id } },
    data: { state: 'CANCELED', canceledAt: env.now },
  });
  await insertInvoice(saving, storno.snapshot, { id: stornoId, cancelsId: id, correctsId: null });
  const source = original.kind === 'STATEMENT' ? `case:${state.id}` : `invoice:${id}`;
  await reverse(saving, source, `invoice:${stornoId}`);
};

/** Posts the counter-entry of what was posted for a source. */
const reverse = async (saving: Saving, source: string, asSource: string): Promise<void> => {
  const { tx, organizationId, state, env } = saving;
  const posted = await tx.journalEntry.findFirstOrThrow({
    where: { organizationId, source },
    include: { lines: { include: { account: true }, orderBy: { position: 'asc' } } },
  });
  const lines = posted.lines.flatMap(({ account, amountMinor }) =>
    isAccountKey(account.key) ? [{ account: account.key, minor: -amountMinor }] : [],
  );
  const entry = journal(asSource, 'STORNO', env.today, state.amountDue.currency, lines);
  await postEntries(saving, [entry], { caseId: state.id, customerId: state.customer.id });
};
