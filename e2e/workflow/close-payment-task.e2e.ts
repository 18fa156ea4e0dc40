import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { command } from '../drivers/api.driver.ts';
import {
  closeCase,
  openCaseAt,
  rejectToAmount,
  STEP,
  seeRefusal,
  seeStep,
  whyBlocked,
} from '../drivers/case.driver.ts';
import {
  type Claim,
  NORA,
  registerTransfer,
  startConfirmedClaim,
  untilStep,
} from '../drivers/claim.driver.ts';
import { type Desk, foundDesk, joinDesk } from '../drivers/founding.driver.ts';
import { useStage } from '../stage.ts';

const stage = useStage();

describe('step 10, close-payment-task', () => {
  let desk: Desk;
  let claim: Claim;
  let lead: Page;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'aufgabe-abschliessen');
    lead = await joinDesk(stage, desk, 'TEAM_LEAD');
    claim = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
    await registerTransfer(desk.ask, claim, '119.00');
    await untilStep(desk.ask, claim, 'CONFIRM_AMOUNT', 'MANUAL_EVIDENCE');
    await command(desk.ask, 'confirmAmount', { caseId: claim.id, resolution: 'EXACT' }, 'case { id }');
    await untilStep(desk.ask, claim, 'CLOSE_PAYMENT_TASK');
  });

  it('is signed off by nobody who has handled the money, and sent back by nobody without a reason', async () => {
    const { owner } = desk;
    await openCaseAt(owner, claim, 'close-payment-task');
    expect(await whyBlocked(owner, 'Abschließen')).toMatch(/Das kann: Theo Lenz\.$/);
    await openCaseAt(lead, claim, 'close-payment-task');
    await rejectToAmount(lead, ' ');
    await seeRefusal(lead, /Bitte nennen Sie einen Grund/);
    await seeStep(lead, STEP.close, 'An der Reihe');
  });

  it('is closed by somebody else after the pre-check, in front of everybody', async () => {
    await openCaseAt(lead, claim, 'close-payment-task');
    const checks = lead.getByRole('list', { name: 'Vorprüfung' });
    await checks.getByText('Nichts mehr offen').waitFor();
    expect(await checks.getByText('Nicht bestanden').count()).toBe(0);
    await closeCase(lead);
    await seeStep(desk.owner, STEP.close, 'Erledigt');
    expect(stage.problems).toEqual([]);
  });
});
