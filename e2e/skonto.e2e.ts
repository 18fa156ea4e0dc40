import { beforeAll, describe, expect, it } from 'vitest';
import { EVERY_LOOK, flawsOf } from './drivers/appearance.driver.ts';
import { openCaseAt } from './drivers/case.driver.ts';
import { NORA, startConfirmedClaim } from './drivers/claim.driver.ts';
import { fill, press } from './drivers/form.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { linkIn, receiveMail } from './drivers/inbox.driver.ts';
import { openNewCase, startCaseFor } from './drivers/new-case.driver.ts';
import { openPayPage } from './drivers/pay-page.driver.ts';
import { readPdf } from './drivers/pdf.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('Skonto', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'skonto');
    await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
  });

  it('is granted by the business to all new cases, in numbers that can be meant', async () => {
    const { owner } = desk;
    await owner.goto('/settings');
    await fill(owner, { 'Skonto in Prozent': '2,5', 'Skontofrist in Tagen': '91' });
    await press(owner, 'Skonto speichern');
    await owner.getByText('Bitte eine ganze Zahl von 1 bis 90.').waitFor();
    expect(await flawsOf(owner, EVERY_LOOK)).toEqual([]);
    await fill(owner, { 'Skontofrist in Tagen': '10' });
    await press(owner, 'Skonto speichern');
    await owner.getByText('Gespeichert.').waitFor();
  });

  it('stands in the form, in the request, on the pay page, on the case and on the invoice', async () => {
    const { owner } = desk;
    await openNewCase(owner);
    const days = owner.getByRole('textbox', { name: 'Skontofrist in Tagen' });
    expect(await days.inputValue()).toBe('10');
    expect(await flawsOf(owner, EVERY_LOOK)).toEqual([]);
    const number = await startCaseFor(owner, 'Nora Winter', {
      lines: [{ name: 'Sideboard', unitPrice: '1.000,00' }],
    });
    const id = owner.url().split('/').at(-1) ?? '';
    await owner.getByText(/^2,5 % bis .*: 1\.160,25/).waitFor();
    const request = await receiveMail(stage.stack, desk.addressOf('nora'), new RegExp(number));
    expect(request.text).toMatch(/2,5\s%\sSkonto abziehen und zahlen nur 1\.160,25/);
    const phone = await stage.enter();
    await openPayPage(phone, linkIn(request, 'pay'));
    await phone.getByRole('radio', { name: /Überweisung/ }).check();
    await phone.getByText(/2,5 % Skonto abziehen und nur 1\.160,25.€ überweisen/).waitFor();
    expect(await flawsOf(phone, EVERY_LOOK)).toEqual([]);
    await openCaseAt(owner, { id, number, customerId: '' }, 'confirm-amount');
    const pdf = await readPdf(owner, /^Rechnung /);
    expect(pdf).toMatch(/mit 2,5\s%\sSkonto: 1\.160,25/);
    expect(stage.problems).toEqual([]);
  });
});
