import { withTenant } from '@zahlwerk/db/tenant';
import { customerName } from '@zahlwerk/domain/customers/customer-data';
import { toDecimal } from '@zahlwerk/domain/money/money';
import { amountOpen } from '@zahlwerk/domain/workflow/balance';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { beginImport } from '../bank/begin-import.ts';
import { storeDocument } from '../documents/render-document.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { keyOf } from './business.ts';
import type { StageAct } from './provider-account.ts';
import { type Stage, timeOf } from './stage.ts';

interface Credit {
  readonly payer: string;
  readonly iban: string;
  readonly text: string;
  /** German notation, as banks write it. */
  readonly amount: string;
}

/** Customers who have transferred what was not asked for: how much each is off, in cents. */
const OFF_BY = [-250n, 1_000n];

const STRANGERS: readonly Credit[] = [
  {
    payer: 'Praxis Dr. Lindner',
    iban: 'DE75512108001245126199',
    text: 'Garderobe, wie besprochen',
    amount: '840,00',
  },
  {
    payer: 'Finanzamt Koeln-Mitte',
    iban: 'DE44500105175407324931',
    text: 'Erstattung USt 08/26',
    amount: '312,40',
  },
];

const HEAD =
  'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag;Waehrung;Info';

/** What nobody has begun to pay, the oldest first. */
const findUnpaid = ({ ports, business: { organizationId } }: Stage): Promise<readonly PaymentCase[]> =>
  withTenant(ports.db, organizationId, async (tx) => {
    const rows = await tx.paymentCase.findMany({
      where: {
        ...{ organizationId, state: 'OPEN', payments: { none: {} }, attempts: { none: {} } },
        invoices: { some: { state: 'ISSUED' } },
      },
      orderBy: { number: 'asc' },
      take: OFF_BY.length,
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const cases = await loadCases(tx, organizationId, ids);
    return ids.flatMap((id) => cases.get(id) ?? []);
  });

const creditFor = (state: PaymentCase, offBy: bigint): Credit => {
  const open = amountOpen(state);
  return {
    payer: customerName(state.customer.data),
    iban: 'DE89370400440532013000',
    text: `Rechnung ${state.number}`,
    amount: toDecimal({ ...open, minor: open.minor + offBy }).replace('.', ','),
  };
};

/**
 * This morning's list of the bank: two customers who have not paid what was asked for, a stranger, and the tax office. So
 * the desk has something to settle on its first day.
 */
export const importBankDay: StageAct = async (stage, name) => {
  const { ports, business } = stage;
  const { organizationId, members } = business;
  const { today } = await timeOf(stage);
  const { iban } = await withTenant(ports.db, organizationId, (tx) =>
    tx.organization.findUniqueOrThrow({ where: { id: organizationId } }),
  );
  const unpaid = await findUnpaid(stage);
  const credits = [...unpaid.map((state, at) => creditFor(state, OFF_BY[at] ?? 0n)), ...STRANGERS];
  const day = today.split('-').reverse().join('.');
  const lines = credits.map(({ payer, iban: from, text, amount }) =>
    [iban, day, day, 'GUTSCHR. UEBERWEISUNG', text, payer, from, amount, 'EUR', 'Umsatz gebucht'].join(';'),
  );
  const bytes = new TextEncoder().encode([HEAD, ...lines, ''].join('\r\n'));
  const workshop = workshopOf(ports);
  const file = { name: `umsaetze-${today}.csv`, mediaType: 'text/csv', bytes };
  const documentId = await withTenant(ports.db, organizationId, (tx) =>
    storeDocument(tx, workshop, organizationId, file),
  );
  await beginImport(workshop, { organizationId, actor: members.CLERK, idempotency: keyOf(name) }, documentId);
};
