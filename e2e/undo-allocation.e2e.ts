import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { command } from './drivers/api.driver.ts';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { closeCase, openCaseAt, STEP, seeFigure, seeStep } from './drivers/case.driver.ts';
import {
  type Claim,
  NORA,
  registerTransfer,
  startConfirmedClaim,
  untilStep,
} from './drivers/claim.driver.ts';
import { fill, press } from './drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('an allocation', { timeout: 120_000 }, () => {
  let desk: Desk;
  let claim: Claim;
  let clerk: Page;
  let lead: Page;

  /** A transfer that the owner has seen on the bank account, and what it is to the claim. */
  const pay = async (amount: string, resolution: 'PARTIAL' | 'EXACT') => {
    await registerTransfer(desk.ask, claim, amount);
    await untilStep(desk.ask, claim, 'CONFIRM_AMOUNT', 'MANUAL_EVIDENCE');
    await command(desk.ask, 'confirmAmount', { caseId: claim.id, resolution }, 'case { id }');
  };

  beforeAll(async () => {
    desk = await foundDesk(stage, 'zuordnung-zurueck');
    clerk = await joinDesk(stage, desk, 'CLERK');
    lead = await joinDesk(stage, desk, 'TEAM_LEAD');
    claim = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
    await pay('40.00', 'PARTIAL');
    await pay('50.00', 'PARTIAL');
    await pay('29.00', 'EXACT');
    await untilStep(desk.ask, claim, 'CLOSE_PAYMENT_TASK');
    await openCaseAt(lead, claim, 'close-payment-task');
    await closeCase(lead);
  });

  const given = (page: Page) => page.getByRole('region', { name: 'Zugeordnete Zahlungen' });

  it('of three is taken back by itself, for a reason, and the closed case is open again', async () => {
    await openCaseAt(clerk, claim, 'confirm-amount');
    await press(given(clerk), '50,00 € zurücknehmen');
    const dialog = clerk.getByRole('dialog');
    await press(dialog, 'Zurücknehmen');
    await dialog.getByText('Bitte nennen Sie einen Grund').first().waitFor();
    await fill(dialog, { Grund: 'Gehört zu einem anderen Auftrag' });
    await press(dialog, 'Zurücknehmen');
    await dialog.waitFor({ state: 'detached' });
    await given(clerk).getByText('Gehört zu einem anderen Auftrag').waitFor();
    await seeStep(clerk, STEP.confirm, 'Angehalten');
    await seeFigure(clerk, 'Offen', '50,00 €');
    expect(await given(clerk).getByRole('button').allTextContents()).toEqual([
      'Zurücknehmen',
      'Zurücknehmen',
    ]);
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
  });

  it('is given once more by a person, and the one who took it back may not close', async () => {
    await press(clerk, 'Betrag bestätigen');
    await seeStep(clerk, STEP.close, 'An der Reihe');
    await seeFigure(clerk, 'Offen', '0,00 €');
    expect(stage.problems).toEqual([]);
  });
});
