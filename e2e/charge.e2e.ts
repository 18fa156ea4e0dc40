import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { command } from './drivers/api.driver.ts';
import { axeFindings, flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { openCaseAt, STEP, seeFigure, seeStep } from './drivers/case.driver.ts';
import { announceDebit, chargeFromMenu, chargeFromTask } from './drivers/charge.driver.ts';
import { type Claim, NORA, startClaim, startConfirmedClaim, untilStep } from './drivers/claim.driver.ts';
import { press } from './drivers/form.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { linkIn, receiveMail } from './drivers/inbox.driver.ts';
import { storeAccount, storeCard } from './drivers/method-page.driver.ts';
import { CARD, enterCard, goToCheckout, passChallenge, seeThatItIsPaid } from './drivers/pay-page.driver.ts';
import { phoneOf } from './drivers/sms.driver.ts';
import { PHONE, useStage } from './stage.ts';

const stage = useStage();
const IBAN = 'DE89370400440532013000';

describe('a stored method', () => {
  let desk: Desk;
  let phone: Page;
  let address: string;
  let nextCode: () => Promise<string>;
  let first: Claim;
  let lastLink = '';

  /** The newest link for storing a method that the customer has been sent about this case. */
  const sendLink = async ({ id, number }: Claim): Promise<string> => {
    await command(desk.ask, 'requestPaymentMethodUpdate', { caseId: id }, 'case { id }');
    const link = await vi.waitFor(
      async () => {
        const subject = new RegExp(`Zahlungsart.*${number}`);
        const newest = linkIn(await receiveMail(stage.stack, address, subject), 'method');
        expect(newest).not.toBe(lastLink);
        return newest;
      },
      { timeout: 20_000 },
    );
    lastLink = link;
    return link;
  };

  const storeCardFor = async (claim: Claim, number: string): Promise<void> =>
    storeCard(phone, await sendLink(claim), nextCode, { number, validUntil: '12/34', holder: 'Nora Winter' });

  beforeAll(async () => {
    desk = await foundDesk(stage, 'karte-belasten');
    phone = await stage.enter({ viewport: PHONE, hasTouch: true, isMobile: true });
    address = desk.addressOf('nora');
    const number = `+49172${String(Date.now()).slice(-7)}`;
    nextCode = phoneOf(stage.stack, number).nextCode;
    first = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: address, phone: number } });
  });

  it('is charged from the task when it is a card, after one question; the case goes on by itself', async () => {
    await storeCardFor(first, CARD.good);
    await openCaseAt(desk.owner, first, 'create-payment-task');
    await chargeFromTask(desk.owner, 'Visa •••• 4242', '119,00 €');
    await seeStep(desk.owner, STEP.close, 'An der Reihe');
    await seeFigure(desk.owner, 'Offen', '0,00 €');
  });

  it('whose bank wants the customer there calls her in, and is paid once', async () => {
    const { owner } = desk;
    await storeCardFor(first, CARD.challenged);
    const claim = await startClaim(desk.ask, { customerId: first.customerId });
    await untilStep(desk.ask, claim, 'CONFIRM_AMOUNT');
    await openCaseAt(owner, claim, 'update-payment-status');
    await chargeFromMenu(owner, '119,00 €');
    await owner.getByText('Die Bank möchte, dass der Kunde selbst bestätigt').first().waitFor();
    const mail = await receiveMail(stage.stack, address, /Bitte bestätigen Sie Ihre Zahlung/);
    await phone.goto(linkIn(mail, 'pay'));
    await phone.getByText('Ihre Bank möchte, dass Sie die Zahlung selbst bestätigen.').waitFor();
    await goToCheckout(phone);
    await enterCard(phone, CARD.challenged, 'Nora Winter');
    await passChallenge(phone);
    await seeThatItIsPaid(phone);
    await untilStep(desk.ask, claim, 'CLOSE_PAYMENT_TASK');
    await seeFigure(owner, 'Eingegangen', '119,00 €');
  });

  it('is announced before it is debited when it is an account, for everybody to see and to stop', async () => {
    const { owner } = desk;
    await storeAccount(phone, await sendLink(first), nextCode, { iban: IBAN, holder: 'Nora Winter' });
    const claim = await startClaim(desk.ask, { customerId: first.customerId });
    await untilStep(desk.ask, claim, 'CONFIRM_AMOUNT');
    await openCaseAt(owner, claim, 'create-payment-task');
    await announceDebit(owner, 'SEPA-Lastschrift •••• 3000', '119,00 €');
    // Opened anew, without the passing message that it has worked.
    await openCaseAt(owner, claim, 'create-payment-task');
    await owner.getByText(/^Lastschrift am /).waitFor();
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
    const mail = await receiveMail(stage.stack, address, /Ankündigung: Lastschrift über 119,00/);
    await phone.goto(linkIn(mail, 'pay'));
    await phone.getByText('Sie müssen nichts tun').waitFor();
    expect(await axeFindings(phone)).toEqual([]);
    await press(owner, 'Lastschrift stoppen');
    await owner.getByText(/^Lastschrift am /).waitFor({ state: 'detached' });
    await phone.getByText('Sie müssen nichts tun').waitFor({ state: 'detached' });
    expect(stage.problems).toEqual([]);
  });
});
