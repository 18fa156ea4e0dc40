import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { importStatement, seeOutcome } from './drivers/bank.driver.ts';
import { choose, press } from './drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

const list = (...rows: readonly string[]): string =>
  ['Datum;Auftraggeber;Notiz;Umsatz', ...rows, ''].join('\r\n');

describe('a list of a bank that is not known', { timeout: 120_000 }, () => {
  let desk: Desk;
  let clerk: Page;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'unbekannte-liste');
    clerk = await joinDesk(stage, desk, 'CLERK');
  });

  it('asks once what its columns mean, begins with what they seem to say, and is read', async () => {
    await importStatement(clerk, 'umsaetze.csv', list('23.11.2026;Nora Winter;Miete;47,11'));
    await seeOutcome(clerk, 'Nichts übernommen');
    await press(clerk, 'Spalten zuordnen');
    const dialog = clerk.getByRole('dialog', { name: 'Was steht in welcher Spalte?' });
    await dialog.getByRole('cell', { name: 'Nora Winter' }).waitFor();
    expect(await dialog.getByRole('combobox', { name: 'Betrag mit Vorzeichen' }).inputValue()).toBe('Umsatz');
    expect(await dialog.getByRole('button', { name: 'Merken und einlesen' }).isDisabled()).toBe(true);
    await choose(dialog, 'Verwendungszweck', 'Notiz');
    await press(dialog, 'Merken und einlesen');
    await seeOutcome(clerk, '1 Buchungen, davon 1 neu');
    await clerk.getByText('1 Eingang, 47,11 €').waitFor();
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
  });

  it('is read by itself the next time', async () => {
    await importStatement(
      clerk,
      'umsaetze-2.csv',
      list('23.11.2026;Nora Winter;Miete;47,11', '24.11.2026;Otto Sommer;Danke;5,00'),
    );
    await seeOutcome(clerk, '2 Buchungen, davon 1 neu');
    expect(stage.problems).toEqual([]);
  });
});
