import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { assignTo, importStatement, seeOutcome, settle, statementWith } from './drivers/bank.driver.ts';
import { openCaseAt, STEP, seeFigure, seeStep } from './drivers/case.driver.ts';
import { type Claim, NORA, startConfirmedClaim } from './drivers/claim.driver.ts';
import { fill, press } from './drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('a credit of the bank', { timeout: 120_000 }, () => {
  let desk: Desk;
  let clerk: Page;
  let wrong: Claim;
  let right: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'falscher-kunde');
    clerk = await joinDesk(stage, desk, 'CLERK');
    const claim = (familyName: string) =>
      startConfirmedClaim(desk.ask, {
        customer: { ...NORA, familyName, email: desk.addressOf(familyName.toLowerCase()) },
      });
    wrong = await claim('Winter');
    right = await claim('Sommer');
    const credit = { amount: '119.00', payer: 'Otto Fremd', text: 'Für meine Schwester' };
    await importStatement(clerk, 'auszug.xml', statementWith([credit]));
    await seeOutcome(clerk, '1 Buchungen, davon 1 neu');
  });

  it('that was given to the wrong customer goes back, with all that it has paid', async () => {
    await assignTo(clerk, 'Otto Fremd', wrong.number);
    await settle(clerk, wrong.number, 'Bestätigen');
    await clerk.getByText('Keine Differenz offen').waitFor();
    await openCaseAt(clerk, wrong, 'confirm-amount');
    await seeStep(clerk, STEP.close, 'An der Reihe');
    await press(clerk, 'Aktionen');
    await clerk.getByRole('menuitem', { name: 'Eingang zurückgeben' }).click();
    const dialog = clerk.getByRole('dialog');
    await dialog.getByRole('radio', { name: /119,00 € von Otto Fremd/ }).waitFor();
    await fill(dialog, { Grund: 'Hat für Frau Sommer gezahlt' });
    await press(dialog, 'Eingang zurückgeben');
    await dialog.waitFor({ state: 'detached' });
    await seeStep(clerk, STEP.confirm, 'An der Reihe');
    await seeFigure(clerk, 'Offen', '119,00 €');
    await seeFigure(clerk, 'Eingegangen', '0,00 €');
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
  });

  it('lies in the pool again and pays the right one', async () => {
    await clerk.goto('/bank');
    await clerk.getByText('1 Eingang, 119,00 €').waitFor();
    await assignTo(clerk, 'Otto Fremd', right.number);
    await settle(clerk, right.number, 'Bestätigen');
    await clerk.getByText('Keine Differenz offen').waitFor();
    await clerk.getByText('Jeder Eingang ist zugeordnet').waitFor();
    await openCaseAt(clerk, right, 'confirm-amount');
    await seeStep(clerk, STEP.close, 'An der Reihe');
    await seeFigure(clerk, 'Offen', '0,00 €');
    expect(stage.problems).toEqual([]);
  });
});
