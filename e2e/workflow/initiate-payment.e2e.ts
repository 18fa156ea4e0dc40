import { beforeAll, describe, expect, it } from 'vitest';
import { type Claim, NORA, startClaim } from '../drivers/claim.driver.ts';
import { fill, press } from '../drivers/form.ts';
import { type Desk, foundDesk } from '../drivers/founding.driver.ts';
import { linkIn, receiveMail } from '../drivers/inbox.driver.ts';
import { openNewCase, startCaseFor } from '../drivers/new-case.driver.ts';
import { openPayPage } from '../drivers/pay-page.driver.ts';
import { useStage } from '../stage.ts';

const stage = useStage();
const CASES = '{ paymentCases(first: 5) { edges { node { number } } } }';

describe('step 1, initiate-payment', () => {
  let desk: Desk;
  let known: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'zahlung-ausloesen');
    known = await startClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
  });

  it('refuses what cannot be asked for, at the field, and starts nothing', async () => {
    const { owner, ask } = desk;
    await openNewCase(owner);
    await fill(owner, { Leistung: 'Sideboard', 'Einzelpreis netto': 'zwölf' });
    await press(owner, 'Zahlung auslösen');
    await owner.getByText('Bitte einen Betrag eingeben, zum Beispiel 1.234,56.').waitFor();
    const { paymentCases } = await ask<{ paymentCases: { edges: readonly unknown[] } }>(CASES);
    expect(paymentCases.edges).toEqual([{ node: { number: known.number } }]);
  });

  it('asks a known customer for money by mail, with a page to pay on', async () => {
    const number = await startCaseFor(desk.owner, 'Nora Winter', {
      lines: [{ name: 'Sideboard, Nussbaum', quantity: '2', unitPrice: '1.250,50' }],
      reference: 'B-4711',
    });
    const request = await receiveMail(stage.stack, desk.addressOf('nora'), new RegExp(number));
    expect(request.text).toContain('2.976,19 €');
    expect(request.text).toContain('B-4711');
    const phone = await stage.enter();
    await openPayPage(phone, linkIn(request, 'pay'));
    await phone.getByText('2.976,19 €').first().waitFor();
    expect(stage.problems).toEqual([]);
  });
});
