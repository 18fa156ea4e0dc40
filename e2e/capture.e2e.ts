import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { capture, release, reserveCards, seeReserved } from './drivers/capture.driver.ts';
import { closeCase, openCaseAt, STEP, seeFigure, seeStep } from './drivers/case.driver.ts';
import { type Claim, NORA, startClaim, startConfirmedClaim, untilStep } from './drivers/claim.driver.ts';
import { fill, press } from './drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { linkIn, receiveMail } from './drivers/inbox.driver.ts';
import { CARD, enterCard, goToCheckout, openPayPage, seeThatItIsPaid } from './drivers/pay-page.driver.ts';
import { lastIntentIs } from './drivers/provider.driver.ts';
import { PHONE, useStage } from './stage.ts';

const stage = useStage();

describe('a card whose amount is reserved first', () => {
  let desk: Desk;
  let clerk: Page;
  let phone: Page;
  let first: Claim;

  /** A case whose customer lets somebody else's card be used: a person has to look at it. */
  const reserve = async (claim: Claim): Promise<Claim> => {
    const request = await receiveMail(stage.stack, desk.addressOf('nora'), new RegExp(claim.number));
    await openPayPage(phone, linkIn(request, 'pay'));
    await goToCheckout(phone);
    await enterCard(phone, CARD.good, 'Bruno Fremd');
    await phone.getByText('Der Betrag ist auf Ihrer Karte reserviert').waitFor();
    await untilStep(desk.ask, claim, 'CONFIRM_AMOUNT', 'HOLDER_DIFFERS');
    return claim;
  };

  const reserveAgain = async (): Promise<Claim> => {
    const claim = await startClaim(desk.ask, { customerId: first.customerId });
    await untilStep(desk.ask, claim, 'CONFIRM_AMOUNT');
    return reserve(claim);
  };

  beforeAll(async () => {
    desk = await foundDesk(stage, 'karten-reservieren');
    clerk = await joinDesk(stage, desk, 'CLERK');
    phone = await stage.enter({ viewport: PHONE, hasTouch: true, isMobile: true });
  });

  it('is chosen by the owner, for every case from then on', async () => {
    await reserveCards(desk.owner);
    await desk.owner.reload();
    await desk.owner.getByRole('radio', { name: 'Erst reservieren', checked: true }).waitFor();
    expect(await flawsOf(desk.owner, TWO_LOOKS)).toEqual([]);
  });

  it('is no money until the clerk captures it; then the case goes on by itself, and the owner closes', async () => {
    first = await startConfirmedClaim(desk.ask, {
      customer: { ...NORA, email: desk.addressOf('nora') },
    });
    const claim = await reserve(first);
    expect(await axeFindings(phone)).toEqual([]);
    await openCaseAt(clerk, claim, 'confirm-amount');
    await seeReserved(clerk, '119,00 €');
    await seeFigure(clerk, 'Eingegangen', '0,00 €');
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
    await fill(clerk, { 'So annehmen, weil …': 'Ihr Mann zahlt, angerufen' });
    await capture(clerk, '119,00 €');
    await seeStep(clerk, STEP.close, 'An der Reihe');
    await seeFigure(clerk, 'Eingegangen', '119,00 €');
    await seeThatItIsPaid(phone);
    await openCaseAt(desk.owner, claim, 'close-payment-task');
    await closeCase(desk.owner);
  });

  it('is free again when it is released, and the customer may pay anew', async () => {
    const claim = await reserveAgain();
    await openCaseAt(clerk, claim, 'confirm-amount');
    await release(clerk, 'Falsche Karte');
    await seeStep(clerk, STEP.confirm, 'An der Reihe');
    await lastIntentIs(stage.stack, desk.providerKey, 'canceled');
    await phone.getByText('Zu zahlen', { exact: true }).waitFor();
  });

  it('is free again when its case is canceled', async () => {
    const claim = await reserveAgain();
    await openCaseAt(clerk, claim, 'confirm-amount');
    await press(clerk, 'Aktionen');
    await clerk.getByRole('menuitem', { name: 'Vorgang abbrechen' }).click();
    const dialog = clerk.getByRole('dialog');
    await fill(dialog, { Grund: 'Auftrag zurückgezogen' });
    await press(dialog, 'Vorgang abbrechen');
    await lastIntentIs(stage.stack, desk.providerKey, 'canceled');
    await phone.getByText('Dieser Link führt nirgendwohin').waitFor();
    expect(stage.problems).toEqual([]);
  });
});
