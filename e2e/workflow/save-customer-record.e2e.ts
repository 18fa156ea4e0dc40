import { beforeAll, describe, expect, it } from 'vitest';
import { command } from '../drivers/api.driver.ts';
import { openCaseAt, STEP, seeStep } from '../drivers/case.driver.ts';
import { type Claim, NORA, startClaim, untilStep } from '../drivers/claim.driver.ts';
import { fill, press } from '../drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from '../drivers/founding.driver.ts';
import { useStage } from '../stage.ts';

const stage = useStage();
const OVERTAKEN = 'Jemand hat das inzwischen geändert.';

describe('step 3, save-customer-record', () => {
  let desk: Desk;
  let claim: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'kundendaten-speichern');
    claim = await startClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
    await untilStep(desk.ask, claim, 'SAVE_CUSTOMER_RECORD', 'CONFIRMATION_REQUIRED');
  });

  it('does not write over what somebody else has saved meanwhile, and keeps what was typed', async () => {
    const clerk = await joinDesk(stage, desk, 'CLERK');
    await openCaseAt(clerk, claim, 'save-customer-record');
    await press(clerk, 'Ändern');
    await fill(clerk, { Ort: 'Halle' });
    const data = { ...NORA, email: desk.addressOf('nora'), city: 'Markkleeberg' };
    await command(desk.ask, 'saveCustomerRecord', { caseId: claim.id, data }, 'case { id }');
    await clerk.getByRole('alert').getByText(OVERTAKEN).waitFor();
    await press(clerk, 'Speichern');
    await clerk.getByRole('alert').getByText(OVERTAKEN).waitFor();
    expect(await clerk.getByRole('textbox', { name: 'Ort' }).inputValue()).toBe('Halle');
  });

  it('confirms exactly the version that was read back, and goes on to the invoice', async () => {
    const { owner } = desk;
    await openCaseAt(owner, claim, 'save-customer-record');
    await owner.getByText('Markkleeberg').first().waitFor();
    await press(owner, 'Fassung 2 bestätigen');
    await seeStep(owner, STEP.save, 'Erledigt');
    await seeStep(owner, STEP.confirm, 'An der Reihe');
    await owner.getByRole('link', { name: /^Rechnung / }).waitFor();
    expect(stage.problems).toEqual([]);
  });
});
