import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { command } from '../drivers/api.driver.ts';
import { openCaseAt, STEP, seeRefusal, seeStep } from '../drivers/case.driver.ts';
import { type Claim, NORA, startClaim, startConfirmedClaim, untilStep } from '../drivers/claim.driver.ts';
import { fill, press, seeHeading } from '../drivers/form.ts';
import { type Desk, foundDesk } from '../drivers/founding.driver.ts';
import { linkIn, receiveMail } from '../drivers/inbox.driver.ts';
import { storeCard } from '../drivers/method-page.driver.ts';
import { phoneOf } from '../drivers/sms.driver.ts';
import { PHONE, useStage } from '../stage.ts';

const stage = useStage();

describe('step 4, update-payment-method', () => {
  let desk: Desk;
  let phone: Page;
  let claim: Claim;

  let nextCode: () => Promise<string>;
  let lastLink = '';

  /** The customer stores a card by the newest link about this case and the code on her phone. */
  const storeCardFor = async (
    { number }: Claim,
    validUntil: string,
    holder = 'Nora Winter',
  ): Promise<void> => {
    const link = await vi.waitFor(
      async () => {
        const subject = new RegExp(`Zahlungsart.*${number}`);
        const newest = linkIn(await receiveMail(stage.stack, desk.addressOf('nora'), subject), 'method');
        expect(newest).not.toBe(lastLink);
        return newest;
      },
      { timeout: 20_000 },
    );
    lastLink = link;
    await storeCard(phone, link, nextCode, { validUntil, holder });
  };

  beforeAll(async () => {
    desk = await foundDesk(stage, 'zahlungsart-erneuern');
    phone = await stage.enter({ viewport: PHONE, hasTouch: true, isMobile: true });
    const number = `+49172${String(Date.now()).slice(-7)}`;
    nextCode = phoneOf(stage.stack, number).nextCode;
    const customer = { ...NORA, email: desk.addressOf('nora'), phone: number };
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
  });

  it('takes a link once: used again, it leads nowhere', async () => {
    await phone.goto(lastLink);
    await seeHeading(phone, 'Dieser Link führt nirgendwohin');
  });

  it('has a card in another name looked at by a person, who accepts it with a reason', async () => {
    const { owner } = desk;
    await openCaseAt(owner, claim, 'update-payment-method');
    await press(owner, 'Link an den Kunden senden');
    await storeCardFor(claim, '12/35', 'Ida Sommer');
    await owner.goto('/tasks');
    await owner.getByRole('link', { name: 'Neue Zahlungsart prüfen' }).first().click();
    await owner.getByText('Sie lautet auf einen anderen Namen als die zuerst bestätigte.').waitFor();
    await press(owner, 'Annehmen');
    await seeRefusal(owner, /Bitte nennen Sie einen Grund/);
    await fill(owner, { 'Was haben Sie herausgefunden?': 'Die Mutter zahlt, am Telefon bestätigt' });
    await press(owner, 'Annehmen');
    await owner.getByText('Ida Sommer · Aktiv').waitFor();
    await receiveMail(stage.stack, desk.addressOf('nora'), /Ihre neue Zahlungsart/);
    expect(stage.problems).toEqual([]);
  });
});
