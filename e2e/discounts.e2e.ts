import { beforeAll, describe, expect, it } from 'vitest';
import { EVERY_LOOK, flawsOf } from './drivers/appearance.driver.ts';
import { openCaseAt } from './drivers/case.driver.ts';
import { NORA, startConfirmedClaim } from './drivers/claim.driver.ts';
import { fill, press } from './drivers/form.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { openNewCase, startCaseFor } from './drivers/new-case.driver.ts';
import { readPdf } from './drivers/pdf.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('Discounts', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'discounts');
    await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
  });

  it('are named at their place when they cannot be meant', async () => {
    const { owner } = desk;
    await openNewCase(owner);
    await owner.getByRole('combobox', { name: 'Kunde' }).fill('Nora');
    await owner.getByRole('option', { name: /Nora Winter/ }).click();
    const line = owner.getByRole('group', { name: 'Position 1' });
    await fill(line, { Leistung: 'Sideboard', 'Einzelpreis netto': '100,00', Rabatt: '120 %' });
    await press(owner, 'Position hinzufügen');
    const other = owner.getByRole('group', { name: 'Position 2' });
    await fill(other, { Leistung: 'Pflegeöl', 'Einzelpreis netto': '50,00' });
    await fill(owner, { 'Rabatt auf alles': '5,00' });
    await fill(owner, { 'Grund des Rabatts auf alles': 'Kulanz' });
    await press(owner, 'Zahlung auslösen');
    await owner.getByText('Bitte einen Prozentsatz bis 100 %').waitFor();
    await fill(line, { Rabatt: '100,01' });
    await press(owner, 'Zahlung auslösen');
    await line.getByText('Der Rabatt ist höher als das, wovon er abgezogen wird.').waitFor();
    expect(await flawsOf(owner, EVERY_LOOK)).toEqual([]);
    await fill(line, { Rabatt: '10 %' });
    await owner.getByText('160,65').waitFor();
    expect(await flawsOf(owner, EVERY_LOOK)).toEqual([]);
  });

  it('are on the invoice as they were typed, and what is asked for is what is left', async () => {
    const { owner } = desk;
    await owner.evaluate(() => sessionStorage.clear());
    const number = await startCaseFor(owner, 'Nora Winter', {
      lines: [
        { name: 'Sideboard', unitPrice: '1.000,00', discount: '12,5 %' },
        { name: 'Pflegeöl', quantity: '2', unitPrice: '20,00' },
      ],
      discount: '15,00',
    });
    const id = owner.url().split('/').at(-1) ?? '';
    await openCaseAt(owner, { id, number, customerId: '' }, 'confirm-amount');
    const pdf = await readPdf(owner, /^Rechnung /);
    for (const part of [
      /Rabatt 12,5\s% auf 1\.000,00\s€: −125,00/,
      /Zwischensumme 915,00/,
      /Rabatt −15,00/,
      /Summe netto 900,00/,
      /Gesamtbetrag 1\.071,00/,
    ])
      expect(pdf).toMatch(part);
    expect(stage.problems).toEqual([]);
  });
});
