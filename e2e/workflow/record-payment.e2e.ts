import { beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../drivers/api.driver.ts';
import { confirmAmount, openCaseAt, openStep, STEP, seeStep, whyBlocked } from '../drivers/case.driver.ts';
import { type Claim, NORA, registerTransfer, startConfirmedClaim } from '../drivers/claim.driver.ts';
import { type Desk, foundDesk } from '../drivers/founding.driver.ts';
import { readPdf } from '../drivers/pdf.ts';
import { useStage } from '../stage.ts';

const stage = useStage();

describe('step 7, record-payment', () => {
  let desk: Desk;
  let claim: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'zahlung-erfassen');
    claim = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
    await openCaseAt(desk.owner, claim, 'record-payment');
  });

  it('records nothing before the amount is confirmed', async () => {
    expect(await whyBlocked(desk.owner, 'Zahlung erfassen')).toBe(
      'Dieser Schritt ist gerade nicht an der Reihe.',
    );
  });

  it('allocates what has arrived, keeps the surplus as credit and issues the receipt', async () => {
    const { owner } = desk;
    await registerTransfer(desk.ask, claim, '120.50');
    await seeStep(owner, STEP.confirm, 'Angehalten');
    await confirmAmount(owner, 'Zu viel');
    await seeStep(owner, STEP.record, 'Erledigt');
    await openStep(owner, STEP.record);
    await owner.getByRole('region', { name: 'Gebucht', exact: true }).getByText('119,00 €').waitFor();
    expect(await readPdf(owner, /^Beleg /)).toContain('119,00');
    expect(await entriesOf(desk.ask, claim.number)).toMatchObject({
      PAYMENT: { BANK: '120.50', CUSTOMER_CREDIT: '-120.50' },
      ALLOCATION: { CUSTOMER_CREDIT: '119.00', RECEIVABLE: '-119.00' },
    });
    await owner.goto(`/customers/${encodeURIComponent(claim.customerId)}`);
    await owner.getByText('1,50 €').first().waitFor();
    expect(stage.problems).toEqual([]);
  });
});
