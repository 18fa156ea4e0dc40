import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { assignTo, importStatement, seeOutcome, settle, statementWith } from './drivers/bank.driver.ts';
import { openCaseAt, STEP, seeFigure, seeStep } from './drivers/case.driver.ts';
import { type Claim, NORA, startConfirmedClaim } from './drivers/claim.driver.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('the difference desk', { timeout: 180_000 }, () => {
  let desk: Desk;
  let clerk: Page;
  let claims: Readonly<Record<'exact' | 'part' | 'early' | 'over' | 'foreign', Claim>>;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'differenzen');
    clerk = await joinDesk(stage, desk, 'CLERK');
    const claim = (familyName: string, said: object = {}) =>
      startConfirmedClaim(desk.ask, {
        customer: { ...NORA, familyName, email: desk.addressOf(familyName.toLowerCase()) },
        ...said,
      });
    claims = {
      exact: await claim('Winter'),
      part: await claim('Sommer'),
      early: await claim('Herbst', { skonto: { basisPoints: 200, days: 7 } }),
      over: await claim('Lenz'),
      foreign: await claim('Regen'),
    };
  });

  const decided = (claim: Claim) =>
    clerk
      .getByRole('list', { name: 'Differenzen' })
      .getByRole('listitem')
      .filter({ hasText: claim.number })
      .waitFor({ state: 'detached' });

  it('sorts a statement by itself as far as it is certain', async () => {
    const { exact, part, early, over } = claims;
    await importStatement(
      clerk,
      'auszug.xml',
      statementWith([
        { amount: '119.00', payer: 'Nora Winter', text: `Rechnung ${exact.number}` },
        { amount: '119.00', payer: 'Nora Winter', text: `Rechnung ${exact.number} noch einmal` },
        { amount: '100.00', payer: 'Nora Sommer', text: `Zu ${part.number}` },
        { amount: '116.62', payer: 'Nora Herbst', text: `${early.number} abzgl. Skonto` },
        { amount: '125.00', payer: 'Nora Lenz', text: `${over.number}` },
        { amount: '119.00', payer: 'Otto Fremd', text: 'Für meine Schwester' },
      ]),
    );
    await seeOutcome(clerk, '6 Buchungen, davon 6 neu · 2 von 6 Eingängen von selbst zugeordnet');
  });

  it('settles Skonto with one click, and says before what it posts', async () => {
    const { early } = claims;
    await clerk.getByText('Haben 1400 Forderungen 2,38 €').first().waitFor();
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
    await settle(clerk, early.number, 'Skonto 2,38 €');
    await decided(early);
  });

  it('settles a part, a surplus, a second payment and a stranger’s with two clicks each', async () => {
    const { exact, part, over, foreign } = claims;
    await assignTo(clerk, 'Nora Sommer', part.number);
    await settle(clerk, part.number, 'Teilzahlung');
    await decided(part);
    await assignTo(clerk, 'Nora Lenz', over.number);
    await settle(clerk, over.number, 'Überschuss als Guthaben');
    await decided(over);
    await assignTo(clerk, 'Otto Fremd', foreign.number);
    await settle(clerk, foreign.number, 'Bestätigen');
    await decided(foreign);
    await assignTo(clerk, 'Nora Winter', exact.number);
    await settle(clerk, exact.number, 'Doppelt gezahlt');
    await decided(exact);
  });

  it('ends with nothing left, and every case where its money has brought it', async () => {
    await clerk.getByText('Keine Differenz offen').waitFor();
    await clerk.getByText('Jeder Eingang ist zugeordnet').waitFor();
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
    const { early, part } = claims;
    await openCaseAt(clerk, early, 'close-payment-task');
    await seeStep(clerk, STEP.close, 'An der Reihe');
    await seeFigure(clerk, 'Offen', '0,00 €');
    await openCaseAt(clerk, part, 'confirm-amount');
    await seeFigure(clerk, 'Offen', '19,00 €');
    expect(stage.problems).toEqual([]);
  });
});
