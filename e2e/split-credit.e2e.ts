import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { importStatement, seeOutcome, statementWith } from './drivers/bank.driver.ts';
import { openCaseAt, STEP, seeStep } from './drivers/case.driver.ts';
import { type Claim, NORA, startConfirmedClaim } from './drivers/claim.driver.ts';
import { fill, press } from './drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('one credit that pays several cases', { timeout: 120_000 }, () => {
  let desk: Desk;
  let clerk: Page;
  let claims: readonly Claim[];

  beforeAll(async () => {
    desk = await foundDesk(stage, 'aufteilen');
    clerk = await joinDesk(stage, desk, 'CLERK');
    const claim = (familyName: string) =>
      startConfirmedClaim(desk.ask, {
        customer: { ...NORA, familyName, email: desk.addressOf(familyName.toLowerCase()) },
      });
    claims = [await claim('Winter'), await claim('Sommer')];
    const sum = { amount: '250.00', payer: 'Hausverwaltung Nord', text: 'Sammelzahlung' };
    await importStatement(clerk, 'auszug.xml', statementWith([sum]));
    await seeOutcome(clerk, '1 Buchungen, davon 1 neu');
  });

  const choose = async (dialog: Locator, label: string, number: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: label }).fill(number);
    await clerk.getByRole('option', { name: new RegExp(number) }).click();
  };

  it('is split in one dialog that says what is left, and never gives more than there is', async () => {
    const pool = clerk.getByRole('list', { name: 'Nicht zugeordnetes Geld' });
    await press(pool, 'Vorgang wählen');
    const dialog = clerk.getByRole('dialog', { name: 'Zahlung zuordnen' });
    await press(dialog, 'Auf mehrere Vorgänge aufteilen');
    await choose(dialog, '1. Vorgang', claims[0]?.number ?? '');
    await choose(dialog, '2. Vorgang', claims[1]?.number ?? '');
    await fill(dialog, { '1. Betrag': '200,00', '2. Betrag': '119,00' });
    await dialog.getByText('319,00 € zugeordnet, 69,00 € mehr als da ist').waitFor();
    expect(await dialog.getByRole('button', { name: 'Zuordnen' }).isDisabled()).toBe(true);
    await fill(dialog, { '1. Betrag': '119,00' });
    await dialog.getByText('238,00 € zugeordnet, 12,00 € bleiben hier liegen').waitFor();
    await press(dialog, 'Zuordnen');
    await clerk.getByText('1 Eingang, 12,00 €').waitFor();
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
  });

  it('stands as received at each of its cases, where a person looks at who has paid', async () => {
    for (const claim of claims) {
      await openCaseAt(clerk, claim, 'confirm-amount');
      await seeStep(clerk, STEP.confirm, 'Angehalten');
      await clerk.getByText('Hausverwaltung Nord').first().waitFor();
    }
    expect(stage.problems).toEqual([]);
  });
});
