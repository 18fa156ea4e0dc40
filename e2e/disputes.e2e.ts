import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from './drivers/api.driver.ts';
import { flawsOf } from './drivers/appearance.driver.ts';
import { closeCase, openCaseAt, STEP, seeFigure, seeStep } from './drivers/case.driver.ts';
import { type Claim, NORA, startConfirmedClaim, untilStep } from './drivers/claim.driver.ts';
import { contradict, seeDispute } from './drivers/dispute.driver.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { linkIn, receiveMail } from './drivers/inbox.driver.ts';
import { payByCard, payByDebit } from './drivers/pay-page.driver.ts';
import { payDebit, takeLastPaymentBack } from './drivers/provider.driver.ts';
import { DESKTOP, PHONE, useStage } from './stage.ts';

const stage = useStage();

describe('money that a bank takes back', () => {
  let desk: Desk;
  let lead: Page;
  let phone: Page;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'geld-zurueckgeholt');
    lead = await joinDesk(stage, desk, 'TEAM_LEAD');
    phone = await stage.enter({ viewport: PHONE, hasTouch: true, isMobile: true });
  });

  /** A new customer's claim, with the link in its mail. */
  const claimOf = async (givenName: string): Promise<{ claim: Claim; email: string; link: string }> => {
    const email = desk.addressOf(givenName.toLowerCase());
    const customer = {
      ...NORA,
      givenName,
      familyName: `${givenName}sen`,
      street: `${givenName}weg 1`,
      email,
    };
    const claim = await startConfirmedClaim(desk.ask, { customer });
    const request = await receiveMail(stage.stack, email, new RegExp(claim.number));
    return { claim, email, link: linkIn(request, 'pay') };
  };

  const signOff = async (claim: Claim): Promise<void> => {
    await untilStep(desk.ask, claim, 'CLOSE_PAYMENT_TASK');
    await openCaseAt(desk.owner, claim, 'close-payment-task');
    await closeCase(desk.owner);
  };

  it('by a dispute is contradicted with a file, and lost: the claim is open again', async () => {
    const { claim, email, link } = await claimOf('Nora');
    await payByCard(phone, link, 'Nora Norasen');
    await signOff(claim);
    await openCaseAt(lead, claim, 'confirm-amount');
    await takeLastPaymentBack(stage.stack, desk.providerKey, 'product_not_received');
    await seeDispute(lead, 'Antwort fällig');
    await lead.getByText('Ware oder Leistung nicht erhalten').waitFor();
    await seeFigure(lead, 'Offen', '0,00 €');
    expect(
      await flawsOf(lead, [
        [DESKTOP, 'light'],
        [PHONE, 'dark'],
      ]),
    ).toEqual([]);
    await receiveMail(stage.stack, email, /Widerspruch zur Zahlung über 119,00 €/);
    await contradict(lead, {
      file: 'Lieferschein.pdf',
      kind: 'Lieferschein, Sendungsnachweis',
      statement: 'losing_evidence',
    });
    await seeDispute(lead, 'Verloren');
    await seeStep(lead, STEP.confirm, 'An der Reihe');
    await seeFigure(lead, 'Offen', '119,00 €');
    expect(await entriesOf(desk.ask, claim.number)).toMatchObject({
      DISPUTE: { CUSTOMER_CREDIT: '119.00', CLEARING: '-119.00' },
    });
  });

  it('as a debit weeks after it was paid is final, and the customer pays in another way', async () => {
    const { claim, email, link } = await claimOf('Paul');
    await payByDebit(phone, link, { iban: 'DE89370400440532013000', holder: 'Paul Paulsen' });
    await payDebit(stage.stack, desk.providerKey);
    await signOff(claim);
    await openCaseAt(lead, claim, 'close-payment-task');
    await takeLastPaymentBack(stage.stack, desk.providerKey, 'insufficient_funds');
    await seeDispute(lead, 'Zurückgebucht');
    await seeFigure(lead, 'Offen', '119,00 €');
    const returned = await receiveMail(stage.stack, email, /über 119,00 € wurde zurückgebucht/);
    await payByCard(phone, linkIn(returned, 'pay'), 'Paul Paulsen');
    await untilStep(desk.ask, claim, 'CLOSE_PAYMENT_TASK');
    await seeFigure(lead, 'Offen', '0,00 €');
    await lead.getByText('die Forderung ist inzwischen anders ausgeglichen').waitFor();
    expect(stage.problems).toEqual([]);
  });
});
