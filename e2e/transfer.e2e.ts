import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { openCaseAt, seeFigure } from './drivers/case.driver.ts';
import { type Claim, NORA, startConfirmedClaim, untilStep } from './drivers/claim.driver.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { linkIn, receiveMail } from './drivers/inbox.driver.ts';
import { askForAccount, openPayPage, seeThatItIsPaid } from './drivers/pay-page.driver.ts';
import { transferToProvider } from './drivers/provider.driver.ts';
import { PHONE, useStage } from './stage.ts';

const stage = useStage();

describe('a transfer over the provider', () => {
  let desk: Desk;
  let phone: Page;
  let claim: Claim;
  let address: string;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'ueberweisung');
    phone = await stage.enter({ viewport: PHONE, hasTouch: true, isMobile: true });
    address = desk.addressOf('nora');
  });

  it('is what the owner chooses in the settings', async () => {
    const { owner } = desk;
    await owner.goto('/settings');
    await owner.getByRole('tab', { name: 'Zahlungsanbieter' }).click();
    await owner.getByRole('radio', { name: 'Über den Zahlungsanbieter' }).check();
    await owner.getByText('Gespeichert').first().waitFor();
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  });

  it('goes to an account that is the customer’s alone', async () => {
    claim = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: address } });
    const mail = await receiveMail(stage.stack, address, new RegExp(claim.number));
    await openPayPage(phone, linkIn(mail, 'pay'));
    await askForAccount(phone);
    expect(await phone.getByText('DE02 1203 0000 0000 2020 51').count()).toBe(0);
    expect(await flawsOf(phone, TWO_LOOKS)).toEqual([]);
  });

  it('that brings too little says so on the page, by mail and on the desk', async () => {
    await transferToProvider(stage.stack, desk.providerKey, 50_00);
    await phone.getByText('50,00 € sind angekommen').waitFor();
    await phone.getByText('69,00 €', { exact: true }).first().waitFor();
    expect(await flawsOf(phone, TWO_LOOKS)).toEqual([]);
    await receiveMail(stage.stack, address, /50,00.€ erhalten, 69,00.€ noch offen/);
    await openCaseAt(desk.owner, claim, 'update-payment-status');
    await desk.owner.getByText('50,00 € davon sind angekommen').waitFor();
    await seeFigure(desk.owner, 'Offen', '119,00 €');
  });

  it('is completed by the rest, and the case goes on by itself', async () => {
    await transferToProvider(stage.stack, desk.providerKey, 69_00);
    await seeThatItIsPaid(phone);
    await untilStep(desk.ask, claim, 'CLOSE_PAYMENT_TASK');
    await seeFigure(desk.owner, 'Eingegangen', '119,00 €');
    expect(stage.problems).toEqual([]);
  });
});
