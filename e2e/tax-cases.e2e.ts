import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { choose, fill, press } from './drivers/form.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { openNewCase } from './drivers/new-case.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('the tax of a line', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'steuerfall');
  });

  it('says at once what an invoice would be refused for, until nothing is missing', async () => {
    const { owner } = desk;
    await owner.goto('/settings');
    await fill(owner, { 'USt-IdNr.': 'DE136695976' });
    await press(owner, 'Speichern');
    await owner.getByText('Gespeichert.').waitFor();
    await openNewCase(owner);
    const line = owner.getByRole('group', { name: 'Position 1' });
    await choose(line, 'Steuer', 'Innergemeinschaftliche Lieferung');
    await line
      .getByText(/Beim Kunden fehlt die USt-IdNr\. Der Kunde sitzt nicht in einem anderen EU/)
      .waitFor();
    // Where the bar lies over a field, axe takes the rest of it for a small target.
    await owner.evaluate('scrollTo(0, 0)');
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
    await owner.getByText('Unternehmen', { exact: true }).click();
    await fill(owner, { 'USt-IdNr.': 'IE6388047V' });
    await choose(owner, 'Land', 'Irland');
    await line.getByText(/So wird keine Rechnung ausgestellt/).waitFor({ state: 'detached' });
  });

  it('asks an exempt line for the paragraph that exempts it', async () => {
    const { owner } = desk;
    const line = owner.getByRole('group', { name: 'Position 1' });
    await choose(line, 'Steuer', 'Steuerfrei (§ 4 UStG)');
    await press(owner, 'Zahlung auslösen');
    await line
      .getByRole('textbox', { name: 'Grund der Steuerbefreiung' })
      .and(line.locator('[aria-invalid=true]'))
      .waitFor();
    await fill(line, { 'Grund der Steuerbefreiung': 'Steuerfrei nach § 4 Nr. 21 UStG' });
    await owner.evaluate('scrollTo(0, 0)');
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
    expect(stage.problems).toEqual([]);
  });
});
