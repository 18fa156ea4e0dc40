import { withTenant } from '@zahlwerk/db/tenant';

import { someClaims } from '@zahlwerk/domain/invoices/invoice.arbitrary';
import { type Priceable, priceInvoice } from '@zahlwerk/domain/invoices/invoice-lines';
import { invoiceSnapshotSchema } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { priceProblems } from '@zahlwerk/domain/invoices/price-problems';
import { moneyFromJson } from '@zahlwerk/domain/money/money.schema';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { readViolations } from '../../test/rows.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());

/** The same text with a whole part below `limit`, so that the claim stays one that a provider takes. */
const below = (limit: number, text: string): string => {
  const [whole = '0', fraction = '0'] = text.split('.');
  return `${whole.startsWith('-') ? '-' : ''}${Math.abs(Number(whole)) % limit}.${fraction}`;
};

/** Claims on people in the country, with and without discounts. */
const claims = someClaims
  .map(
    ({ lines, ...claim }): Priceable => ({
      ...claim,
      lines: lines
        .filter(({ taxCase }) => taxCase === 'DE_19' || taxCase === 'DE_7')
        .map((line) => ({
          ...line,
          quantity: below(20, line.quantity),
          unitPrice: below(300, line.unitPrice),
        })),
    }),
  )
  .filter(
    (claim) => priceProblems(claim, 'EUR').length === 0 && priceInvoice(claim, 'EUR').gross.minor > 50n,
  );

it('any claim is asked for at the provider as its invoice and the ledger have it', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(claims, async (claim) => {
      const { gross } = priceInvoice(claim, 'EUR');
      const caseId = await stage.desk.waiting({ ...claim, amountDue: gross });
      const page = await stage.openCheckout(caseId);
      const { data: sessions } = await stage.account.stripe.checkout.sessions.list({ limit: 1 });
      const { invoice, posted } = await withTenant(stage.ports.db, stage.organizationId, async (tx) => {
        const found = await tx.invoice.findFirstOrThrow({ where: { caseId } });
        const lines = await tx.journalLine.findMany({
          where: { entry: { source: `invoice:${found.id}` }, account: { key: 'RECEIVABLE' } },
        });
        return { invoice: found, posted: lines };
      });
      const { totals, open } = invoiceSnapshotSchema.parse(invoice.snapshot);
      expect(sessions[0]).toMatchObject({ url: page, amount_total: Number(gross.minor), currency: 'eur' });
      expect(invoice.grossMinor).toBe(gross.minor);
      expect(posted.map(({ amountMinor }) => amountMinor)).toEqual([gross.minor]);
      expect([totals.gross, open].map((amount) => moneyFromJson(amount).minor)).toEqual([
        gross.minor,
        gross.minor,
      ]);
    }),
    { numRuns: 8 },
  );
  expect(await readViolations(stage.database)).toEqual([]);
});
