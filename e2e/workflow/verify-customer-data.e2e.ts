import { beforeAll, describe, expect, it } from 'vitest';
import { openCaseAt, STEP, seeRefusal, seeStep } from '../drivers/case.driver.ts';
import { NORA, startClaim } from '../drivers/claim.driver.ts';
import { fill, press } from '../drivers/form.ts';
import { type Desk, foundDesk } from '../drivers/founding.driver.ts';
import { useStage } from '../stage.ts';

const stage = useStage();

describe('step 2, verify-customer-data', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'kundendaten-pruefen');
    const customer = { ...NORA, street: null, email: desk.addressOf('nora') };
    await openCaseAt(desk.owner, await startClaim(desk.ask, { customer }), 'verify-customer-data');
    await seeStep(desk.owner, STEP.verify, 'Angehalten');
  });

  it('is not done while a discrepancy is neither corrected nor accepted', async () => {
    await press(desk.owner, 'Prüfung abschließen');
    await seeRefusal(desk.owner, /Eine Abweichung ist noch nicht geklärt/);
    await seeStep(desk.owner, STEP.verify, 'Angehalten');
  });

  it('is done with the corrected data, and the case goes on', async () => {
    const { owner } = desk;
    await press(owner, 'Angaben berichtigen');
    await fill(owner, { 'Straße und Hausnummer': 'Am Markt 7' });
    await press(owner, 'Prüfung abschließen');
    await seeStep(owner, STEP.verify, 'Erledigt');
    await seeStep(owner, STEP.save, 'Angehalten');
    expect(stage.problems).toEqual([]);
  });
});
