import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { importStatement, seeOutcome, statementWith } from './drivers/bank.driver.ts';
import { fill, press } from './drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('a credit that is no customer’s payment', { timeout: 120_000 }, () => {
  let desk: Desk;
  let clerk: Page;
  let lead: Page;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'keine-kundenzahlung');
    clerk = await joinDesk(stage, desk, 'CLERK');
    lead = await joinDesk(stage, desk, 'TEAM_LEAD');
    await importStatement(
      clerk,
      'auszug.xml',
      statementWith([
        { amount: '312.40', payer: 'Finanzamt Köln', text: 'Erstattung USt 08/26' },
        { amount: '4.20', payer: 'Hausbank', text: 'Zinsen 3. Quartal' },
      ]),
    );
    await seeOutcome(clerk, '2 Buchungen, davon 2 neu');
  });

  const book = async (payer: string, account: string, reason: string, button: string) => {
    await press(clerk, `Zahlung von ${payer} ist keine Kundenzahlung`);
    const dialog = clerk.getByRole('dialog', { name: 'Keine Kundenzahlung' });
    await dialog.getByRole('radio', { name: account }).check();
    await fill(dialog, { 'Was ist es?': reason });
    return { dialog, confirm: () => press(dialog, button) };
  };
  const booked = (page: Page) => page.getByRole('list', { name: 'Auf Konten gebucht' });

  it('is booked to the account it belongs to, with the posting in sight; a small one at once', async () => {
    const { dialog, confirm } = await book('Hausbank', 'Zinsen', 'Zinsen des 3. Quartals', 'Buchen');
    await dialog.getByText('Soll 1590 Nicht zugeordnete Zahlungen 4,20 €').waitFor();
    await dialog.getByText('Haben 2650 Zinserträge 4,20 €').waitFor();
    await confirm();
    await booked(clerk).getByText('2650 Zinserträge').waitFor();
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
    await clerk.getByText('1 Eingang, 312,40 €').waitFor();
  });

  it('waits for a team lead when it is more, and is gone from the pool once the lead has agreed', async () => {
    const { confirm } = await book(
      'Finanzamt Köln',
      'Erstattung vom Finanzamt',
      'Umsatzsteuer August',
      'Um Zustimmung bitten',
    );
    await confirm();
    await clerk.getByText('312,40 € auf 1780 Umsatzsteuer-Vorauszahlungen buchen?').waitFor();
    await clerk.getByText('1 Eingang, 312,40 €').waitFor();
    await lead.goto('/bank');
    await lead.getByText('„Umsatzsteuer August“').waitFor();
    expect(await flawsOf(lead, TWO_LOOKS)).toEqual([]);
    await press(lead, 'Zustimmen');
    await lead.getByText('Jeder Eingang ist zugeordnet').waitFor();
    await booked(lead).getByText('1780 Umsatzsteuer-Vorauszahlungen').waitFor();
  });

  it('is taken back for a reason and lies in the pool again', async () => {
    await clerk.goto('/bank');
    await press(booked(clerk), 'Buchung von Hausbank zurücknehmen');
    const dialog = clerk.getByRole('dialog');
    await press(dialog, 'Zurücknehmen');
    await dialog.getByText('Bitte nennen Sie einen Grund').first().waitFor();
    await fill(dialog, { Grund: 'War doch eine Kundin' });
    await press(dialog, 'Zurücknehmen');
    await clerk.getByText('1 Eingang, 4,20 €').waitFor();
    expect(stage.problems).toEqual([]);
  });
});
