import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { command } from '../drivers/api.driver.ts';
import { openCaseAt, STEP, seeStep, whyBlocked } from '../drivers/case.driver.ts';
import { type Claim, NORA, startClaim, startConfirmedClaim } from '../drivers/claim.driver.ts';
import { press } from '../drivers/form.ts';
import { type Desk, foundDesk } from '../drivers/founding.driver.ts';
import { linkIn, receiveMail } from '../drivers/inbox.driver.ts';
import { payByDebit, seeThatItIsPaid } from '../drivers/pay-page.driver.ts';
import { payDebitInSilence } from '../drivers/provider.driver.ts';
import { PHONE, useStage } from '../stage.ts';

const stage = useStage();
const ASK = 'Beim Zahlungsanbieter nachfragen';

describe('step 8, update-payment-status', () => {
  let desk: Desk;
  let phone: Page;
  let claim: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'status-aktualisieren');
    phone = await stage.enter({ viewport: PHONE, hasTouch: true, isMobile: true });
    claim = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
    const mail = await receiveMail(stage.stack, desk.addressOf('nora'), new RegExp(claim.number));
    await payByDebit(phone, linkIn(mail, 'pay'), { iban: 'DE89370400440532013000', holder: 'Nora Winter' });
  });

  it('learns by asking what nobody has told: the bank has paid the debit', async () => {
    const { owner } = desk;
    await openCaseAt(owner, claim, 'update-payment-status');
    await owner.getByRole('region', { name: 'Zahlungsversuche' }).getByText('In Bearbeitung').waitFor();
    await payDebitInSilence(stage.stack, desk.providerKey);
    await press(owner, ASK);
    await seeStep(owner, STEP.close, 'An der Reihe');
    await seeThatItIsPaid(phone);
  });

  it('asks no more about a case that has ended, and says so', async () => {
    const { owner, ask } = desk;
    const canceled = await startClaim(ask, { customerId: claim.customerId });
    await command(ask, 'cancelPaymentCase', { caseId: canceled.id, reason: 'Doppelt' }, 'case { id }');
    await openCaseAt(owner, canceled, 'update-payment-status');
    expect(await whyBlocked(owner, ASK)).toBe('Der Vorgang ist nicht mehr offen.');
    expect(stage.problems).toEqual([]);
  });
});
