import { beforeAll, describe, expect, it } from 'vitest';
import { EVERY_LOOK, flawsOf } from './drivers/appearance.driver.ts';
import { openCaseAt } from './drivers/case.driver.ts';
import { NORA, startConfirmedClaim } from './drivers/claim.driver.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { openNewCase, startCaseFor } from './drivers/new-case.driver.ts';
import { readPdf } from './drivers/pdf.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('Prices that include VAT', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'gross-prices');
    await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
  });

  it('come to exactly what the customer was told, on case and invoice', async () => {
    const { owner } = desk;
    const number = await startCaseFor(owner, 'Nora Winter', {
      prices: 'brutto, Umsatzsteuer ist enthalten',
      lines: [{ name: 'Kerze', quantity: '3', unitPrice: '9,99' }],
    });
    const id = owner.url().split('/').at(-1) ?? '';
    await openCaseAt(owner, { id, number, customerId: '' }, 'confirm-amount');
    const pdf = await readPdf(owner, /^Rechnung /);
    for (const part of [/Kerze 3 Stück 9,99 19\s% 29,97/, /Gesamtbetrag 29,97/, /darin 19 % USt. auf 25,18/])
      expect(pdf).toMatch(part);
  });

  it('are what the next form begins with', async () => {
    const { owner } = desk;
    await openNewCase(owner);
    await owner.getByRole('textbox', { name: 'Einzelpreis brutto' }).fill('0,03');
    await owner.getByText('darin USt 19 %').waitFor();
    expect(await flawsOf(owner, EVERY_LOOK)).toEqual([]);
    expect(stage.problems).toEqual([]);
  });
});
