import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { command } from '../drivers/api.driver.ts';
import { openCaseAt, STEP, seeRefusal, seeStep } from '../drivers/case.driver.ts';
import { type Claim, NORA, startClaim, startConfirmedClaim, untilStep } from '../drivers/claim.driver.ts';
import { press } from '../drivers/form.ts';
import { type Desk, foundDesk } from '../drivers/founding.driver.ts';
import { linkIn, receiveMail } from '../drivers/inbox.driver.ts';
import { storeCard } from '../drivers/method-page.driver.ts';
import { PHONE, useStage } from '../stage.ts';

const stage = useStage();

describe('step 4, update-payment-method', () => {
  let desk: Desk;
  let phone: Page;
  let claim: Claim;

  /** The customer stores a card by the link in the mail about this case. */
  const storeCardFor = async ({ number }: Claim, validUntil: string): Promise<void> => {
    const mail = await receiveMail(stage.stack, desk.addressOf('nora'), new RegExp(`Zahlungsart.*${number}`));
    await storeCard(phone, linkIn(mail, 'method'), { validUntil, holder: 'Nora Winter' });
  };

  beforeAll(async () => {
    desk = await foundDesk(stage, 'zahlungsart-erneuern');
    phone = await stage.enter({ viewport: PHONE, hasTouch: true, isMobile: true });
    const customer = { ...NORA, email: desk.addressOf('nora') };
    const first = await startConfirmedClaim(desk.ask, { customer });
    await command(desk.ask, 'requestPaymentMethodUpdate', { caseId: first.id }, 'case { id }');
    await storeCardFor(first, '12/31');
    claim = await startClaim(desk.ask, { customerId: first.customerId, dueOn: '2032-02-01' });
    await untilStep(desk.ask, claim, 'UPDATE_PAYMENT_METHOD', 'METHOD_EXPIRED');
  });

  it('does not go on with an expiring card unless somebody says why', async () => {
    const { owner } = desk;
    await openCaseAt(owner, claim, 'update-payment-method');
    await press(owner, 'Ohne Änderung weiter');
    await press(owner, 'Weiter');
    await seeRefusal(owner, /Bitte nennen Sie einen Grund/);
    await seeStep(owner, STEP.method, 'Angehalten');
  });

  it('is done once the customer has stored another card by the link', async () => {
    const { owner } = desk;
    await press(owner, 'Link an den Kunden senden');
    await storeCardFor(claim, '12/34');
    await seeStep(owner, STEP.method, 'Erledigt');
    await seeStep(owner, STEP.confirm, 'An der Reihe');
    expect(stage.problems).toEqual([]);
  });
});
