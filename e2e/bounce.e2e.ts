import { beforeAll, describe, expect, it } from 'vitest';
import { command } from './drivers/api.driver.ts';
import { openCaseAt } from './drivers/case.driver.ts';
import { type Claim, NORA, startClaim, untilStep } from './drivers/claim.driver.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { receiveMail } from './drivers/inbox.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

/** Mails to this address come back, at Resend as at its stand-in. */
const BOUNCING = 'bounced+unzustellbar@resend.dev';

describe('a mail that comes back', () => {
  let desk: Desk;
  let claim: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'unzustellbar');
    claim = await startClaim(desk.ask, { customer: { ...NORA, email: BOUNCING } });
    await untilStep(desk.ask, claim, 'SAVE_CUSTOMER_RECORD', 'CONFIRMATION_REQUIRED');
  });

  it('is seen beside its recipient, becomes a task, and stops further mails', async () => {
    const { owner } = desk;
    await openCaseAt(owner, claim, 'notify-customer');
    const messages = owner.getByRole('list', { name: 'Nachrichten' });
    await messages.getByText('Unzustellbar', { exact: true }).waitFor();
    await messages.getByText(`${BOUNCING} · The mailbox does not exist.`).waitFor();
    await openCaseAt(owner, claim, 'update-payment-method');
    await owner.getByText('Der Kunde hat keine zustellbare E-Mail-Adresse.').first().waitFor();
    await owner.goto('/tasks');
    await owner.getByRole('link', { name: 'Nachricht unzustellbar' }).waitFor();
  });

  it('is forgotten once the customer has another address', async () => {
    const email = desk.addressOf('nora');
    const data = { ...NORA, email };
    await command(desk.ask, 'saveCustomerRecord', { caseId: claim.id, data }, 'case { id }');
    await command(desk.ask, 'requestPaymentMethodUpdate', { caseId: claim.id }, 'case { id }');
    await receiveMail(stage.stack, email, new RegExp(`Zahlungsart.*${claim.number}`));
    expect(stage.problems).toEqual([]);
  });
});
