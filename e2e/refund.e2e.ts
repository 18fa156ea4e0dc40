import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from './drivers/api.driver.ts';
import { closeCase, openCaseAt, STEP, seeFigure, seeStep } from './drivers/case.driver.ts';
import { type Claim, NORA, startConfirmedClaim, untilStep } from './drivers/claim.driver.ts';
import { press } from './drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { linkIn, receiveMail } from './drivers/inbox.driver.ts';
import { payByCard } from './drivers/pay-page.driver.ts';
import { readPdf } from './drivers/pdf.ts';
import { requestRefund, seeRefund } from './drivers/refund.driver.ts';
import { PHONE, useStage } from './stage.ts';

const stage = useStage();

describe('a refund', () => {
  let desk: Desk;
  let claim: Claim;
  let lead: Page;
  let address: string;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'geld-erstatten');
    lead = await joinDesk(stage, desk, 'TEAM_LEAD');
    address = desk.addressOf('nora');
    claim = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: address } });
    const phone = await stage.enter({ viewport: PHONE, hasTouch: true, isMobile: true });
    const request = await receiveMail(stage.stack, address, new RegExp(claim.number));
    await payByCard(phone, linkIn(request, 'pay'), 'Nora Winter');
    await untilStep(desk.ask, claim, 'CLOSE_PAYMENT_TASK');
    await openCaseAt(desk.owner, claim, 'close-payment-task');
    await closeCase(desk.owner);
  });

  it('of a part goes back over the provider, lowers the claim, and is told with its document', async () => {
    await openCaseAt(lead, claim, 'close-payment-task');
    await requestRefund(lead, { amount: '19,00', effect: 'Forderung mindern', reason: 'Kratzer am Bein' });
    await seeRefund(lead, '19,00 €', 'Erstattet');
    await seeStep(lead, STEP.close, 'Erledigt');
    await seeFigure(lead, 'Offen', '0,00 €');
    const mail = await receiveMail(stage.stack, address, /Erstattung über 19,00 €/);
    expect(mail.attachments.map(({ contentType }) => contentType)).toContain('application/pdf');
    const correction = await readPdf(lead, /^Korrektur /);
    expect(correction).toContain('Kratzer am Bein');
    expect(correction).toMatch(/[-−]19,00/);
    expect(await entriesOf(desk.ask, claim.number)).toMatchObject({
      REFUND: { CUSTOMER_CREDIT: '19.00', CLEARING: '-19.00' },
      ADJUSTMENT: { REVENUE_19: '15.97', VAT_19: '3.03', RECEIVABLE: '-19.00' },
    });
  });

  it('of more than the desk may give alone waits for somebody else, and may open the claim again', async () => {
    await requestRefund(lead, {
      amount: '81,01',
      effect: 'Forderung bleibt offen',
      reason: 'Zahlt per Überweisung',
    });
    await seeRefund(lead, '81,01 €', 'Wartet auf Zustimmung');
    const { owner } = desk;
    await openCaseAt(owner, claim, 'confirm-amount');
    await press(owner.getByRole('region', { name: 'Erstattungen' }), 'Zustimmen');
    await seeRefund(owner, '81,01 €', 'Erstattet');
    await seeStep(owner, STEP.confirm, 'An der Reihe');
    await seeFigure(owner, 'Offen', '81,01 €');
    expect(stage.problems).toEqual([]);
  });
});
