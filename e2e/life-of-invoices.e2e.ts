import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { command } from './drivers/api.driver.ts';
import { settle } from './drivers/bank.driver.ts';
import { openCaseAt, seeFigure } from './drivers/case.driver.ts';
import {
  type Claim,
  NORA,
  registerTransfer,
  startClaim,
  startConfirmedClaim,
  untilStep,
} from './drivers/claim.driver.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { readPdf } from './drivers/pdf.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('what can become of invoices', { timeout: 180_000 }, () => {
  let desk: Desk;
  let clerk: Page;
  let early: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'rechnungsleben');
    clerk = await joinDesk(stage, desk, 'CLERK');
    early = await startConfirmedClaim(desk.ask, {
      customer: { ...NORA, email: desk.addressOf('nora') },
      skonto: { basisPoints: 200, days: 7 },
    });
  });

  const another = async (): Promise<Claim> => {
    const claim = await startClaim(desk.ask, { customerId: early.customerId });
    await untilStep(desk.ask, claim, 'CONFIRM_AMOUNT');
    return claim;
  };

  const receive = async (claim: Claim, amount: string, resolution: string): Promise<void> => {
    await registerTransfer(desk.ask, claim, amount);
    await clerk.goto('/bank');
    await settle(clerk, claim.number, resolution);
    await clerk
      .getByRole('list', { name: `Entscheidungen für ${claim.number}` })
      .waitFor({ state: 'detached' });
  };

  it('one is paid in part, and its rest with Skonto', async () => {
    await receive(early, '60.00', 'Teilzahlung');
    await receive(early, '56.62', 'Skonto 2,38 €');
    await openCaseAt(clerk, early, 'confirm-amount');
    await seeFigure(clerk, 'Offen', '0,00 €');
  });

  it('of one too much is paid, which stays credit, and one is taken back', async () => {
    await receive(await another(), '150.00', 'Überschuss als Guthaben');
    const mistaken = await another();
    await command(desk.ask, 'cancelPaymentCase', { caseId: mistaken.id, reason: 'Irrtum' }, 'case { id }');
  });

  it('and the account of the customer tells all of it, to the cent', async () => {
    await clerk.goto(`/customers/${encodeURIComponent(early.customerId)}`);
    const text = await readPdf(clerk, 'Kontoauszug (PDF)');
    const rows = text.match(
      /(Rechnung|Zahlung|Skonto|Stornorechnung|Storno) RE-\d{4}-\d{4}\s+[\d.,]+\s+−?[\d.,]+/g,
    );
    expect(rows?.map((row) => row.replace(/RE-\d{4}-/, '').replace(/\s+/g, ' '))).toEqual([
      'Rechnung 0001 119,00 119,00',
      'Zahlung 0001 60,00 59,00',
      'Zahlung 0001 56,62 2,38',
      'Skonto 0001 2,38 0,00',
      'Rechnung 0002 119,00 119,00',
      'Zahlung 0002 150,00 −31,00',
      'Rechnung 0003 119,00 88,00',
      'Storno 0004 119,00 −31,00',
    ]);
    expect(text).toMatch(/Saldo zu Ihren Gunsten\s+31,00/);
    expect(stage.problems).toEqual([]);
  });
});
