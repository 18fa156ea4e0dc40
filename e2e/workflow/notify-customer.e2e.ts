import { beforeAll, describe, expect, it } from 'vitest';
import { confirmAmount, openCaseAt, openStep, STEP, seeStep, whyBlocked } from '../drivers/case.driver.ts';
import { type Claim, NORA, registerTransfer, startConfirmedClaim } from '../drivers/claim.driver.ts';
import { type Desk, foundDesk } from '../drivers/founding.driver.ts';
import { receiveMail } from '../drivers/inbox.driver.ts';
import { useStage } from '../stage.ts';

const stage = useStage();

describe('step 9, notify-customer', () => {
  let desk: Desk;
  let claim: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'kunden-benachrichtigen');
    claim = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
    await openCaseAt(desk.owner, claim, 'notify-customer');
  });

  it('tells nothing before there is something to tell', async () => {
    expect(await whyBlocked(desk.owner, 'Kunden benachrichtigen')).toBe(
      'Dieser Schritt ist gerade nicht an der Reihe.',
    );
  });

  it('sends the receipt, and shows what has become of it', async () => {
    const { owner } = desk;
    await registerTransfer(desk.ask, claim, '119.00');
    await seeStep(owner, STEP.confirm, 'Angehalten');
    await confirmAmount(owner, 'Stimmt genau');
    await seeStep(owner, STEP.notify, 'Erledigt');
    const mail = await receiveMail(stage.stack, desk.addressOf('nora'), /Zahlung/);
    expect(mail.text).toContain('119,00 €');
    expect(mail.attachments.map(({ contentType }) => contentType)).toContain('application/pdf');
    await openStep(owner, STEP.notify);
    await owner
      .getByRole('list', { name: 'Nachrichten' })
      .getByRole('listitem')
      .filter({ hasText: mail.subject })
      .getByText(/Gesendet|Zugestellt/)
      .waitFor();
    expect(stage.problems).toEqual([]);
  });
});
