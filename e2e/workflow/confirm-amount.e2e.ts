import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCaseAt, STEP, seeFigure, seeRefusal, seeStep, whyBlocked } from '../drivers/case.driver.ts';
import {
  type Claim,
  NORA,
  registerTransfer,
  startConfirmedClaim,
  untilStep,
} from '../drivers/claim.driver.ts';
import { fill, press } from '../drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from '../drivers/founding.driver.ts';
import { useStage } from '../stage.ts';

const stage = useStage();
const ASK_SECOND = 'Zweite Person um Zustimmung bitten';

describe('step 6, confirm-amount', () => {
  let desk: Desk;
  let claim: Claim;
  let clerk: Page;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'betrag-bestaetigen');
    claim = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
    await registerTransfer(desk.ask, claim, '100.00');
    clerk = await joinDesk(stage, desk, 'CLERK');
    await untilStep(desk.ask, claim, 'CONFIRM_AMOUNT', 'MANUAL_EVIDENCE');
  });

  it('gives no rest up without a reason', async () => {
    await openCaseAt(clerk, claim, 'confirm-amount');
    await clerk.getByRole('radio', { name: /Rest ausbuchen/ }).check();
    await press(clerk, ASK_SECOND);
    await seeRefusal(clerk, /Bitte nennen Sie einen Grund/);
  });

  it('gives it up when a second person agrees, who is not the one who asked', async () => {
    const { owner } = desk;
    await fill(clerk, { Grund: 'Kulanz wegen eines Kratzers' });
    await press(clerk, ASK_SECOND);
    expect(await whyBlocked(clerk, 'Zustimmen')).toMatch(/Das kann: Ines Krüger\.$/);
    await openCaseAt(owner, claim, 'confirm-amount');
    await owner.getByText('19,00 € ausbuchen?').waitFor();
    await press(owner, 'Zustimmen');
    await seeFigure(owner, 'Offen', '0,00 €');
    await seeStep(clerk, STEP.close, 'An der Reihe');
    expect(stage.problems).toEqual([]);
  });
});
