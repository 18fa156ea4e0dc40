import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NORA, registerTransfer, startConfirmedClaim, untilStep } from './drivers/claim.driver.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { amountsIn, cardOf, figureOf, rowsOf } from './drivers/list.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('somebody who wants to know where the money is', () => {
  let desk: Desk;
  let owner: Page;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'listen');
    owner = desk.owner;
    const customer = (familyName: string) => ({
      ...NORA,
      familyName,
      email: desk.addressOf(familyName.toLowerCase()),
    });
    const partly = await startConfirmedClaim(desk.ask, { customer: customer('Lenz'), reference: 'L-1' });
    await registerTransfer(desk.ask, partly, '100.00');
    await untilStep(desk.ask, partly, 'CONFIRM_AMOUNT', 'MANUAL_EVIDENCE');
    await startConfirmedClaim(desk.ask, { customer: customer('Herbst'), reference: '=1+1' });
  });

  it.each([
    ['Eingegangen', 'Betrag', 100_00],
    ['Erwartet', 'Noch erwartet', 119_00 + 19_00],
    ['Nicht zugeordnet', 'Nicht zugeordnet', 100_00],
  ])('reads behind the figure %s the list that adds up to it', async (figure, column, cents) => {
    await owner.goto('/');
    const card = cardOf(owner, figure);
    expect(await figureOf(card)).toBe(cents);
    await card.click();
    expect((await amountsIn(owner, column)).reduce((sum, amount) => sum + amount, 0)).toBe(cents);
  });

  it('finds nothing behind an overdue of nothing', async () => {
    await owner.goto('/');
    const card = cardOf(owner, 'Überfällig');
    expect(await figureOf(card)).toBe(0);
    await card.click();
    await owner.getByText('Kein Vorgang passt dazu').waitFor();
  });

  it('searches by what it knows, and finds the view again by its address', async () => {
    await owner.goto('/cases');
    await owner.getByRole('searchbox').fill('herbst@');
    await owner.waitForURL(/q=herbst/);
    await owner.getByText('Noch Geld erwartet').click();
    await owner.waitForURL(/awaits=true/);
    await owner.reload();
    expect(await rowsOf(owner)).toEqual([expect.stringContaining('Nora Herbst')]);
    await owner.getByRole('searchbox').fill('119,00 €');
    await owner.getByText('Nora Lenz').waitFor();
    expect(await rowsOf(owner)).toHaveLength(2);
  });

  it('takes the list along as a file in which no spreadsheet finds a formula', async () => {
    const [file] = await Promise.all([
      owner.waitForEvent('download'),
      owner.getByRole('button', { name: 'Als CSV' }).click(),
    ]);
    const lines = (await text(await file.createReadStream())).trim().split('\r\n');
    expect(lines[0]).toMatch(/^Vorgang;Kundennummer;Kunde;/);
    expect(lines).toHaveLength(3);
    expect(lines.find((line) => line.includes('Nora Lenz'))).toMatch(/;EUR;119,00;100,00;19,00;L-1$/);
    expect(lines.find((line) => line.includes('Nora Herbst'))).toMatch(/;119,00;0,00;119,00;'=1\+1$/);
  });

  it('finds a payment by what it was, from whom and how much, and takes what was found along', async () => {
    await owner.goto('/payments');
    await owner.getByRole('textbox', { name: 'Betrag ab' }).fill('100,01');
    await owner.keyboard.press('Enter');
    await owner.getByText('Keine Zahlung passt dazu').waitFor();
    await owner.getByRole('textbox', { name: 'Betrag ab' }).fill('99,50');
    await owner.getByRole('textbox', { name: 'Betrag bis' }).fill('100');
    await owner.keyboard.press('Enter');
    await owner.waitForURL(/min=9950&max=10000/);
    await owner.getByRole('searchbox').fill('lenz');
    await owner.waitForURL(/q=lenz/);
    await owner.reload();
    expect(await rowsOf(owner)).toEqual([expect.stringContaining('Nora Lenz')]);
    expect(await owner.getByRole('textbox', { name: 'Betrag bis' }).inputValue()).toBe('100,00');
    const [file] = await Promise.all([
      owner.waitForEvent('download'),
      owner.getByRole('button', { name: 'Als CSV' }).click(),
    ]);
    const lines = (await text(await file.createReadStream())).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/Nora Lenz.*;EUR;100,00;100,00$/);
    await owner.evaluate("window.print = () => { document.title = 'printed'; }");
    await owner.getByRole('button', { name: 'Drucken' }).click();
    await expect.poll(() => owner.title()).toBe('printed');
    await owner.getByRole('row', { name: /Nora Lenz.*100,00/ }).waitFor();
  });

  it('keeps a list under a name, and can undo that', async () => {
    await owner.goto('/cases?awaits=true');
    await owner.getByRole('button', { name: 'Ansichten' }).click();
    await owner.getByRole('menuitem', { name: 'Diese Ansicht sichern' }).click();
    await owner.getByRole('textbox', { name: 'Name der Ansicht' }).fill('Noch offen');
    await owner.getByRole('button', { name: 'Speichern' }).click();
    await owner.goto('/cases');
    await owner.getByRole('button', { name: 'Ansichten' }).click();
    await owner.getByRole('menuitem', { name: 'Noch offen' }).click();
    await owner.waitForURL(/awaits=true/);
    await owner.getByRole('button', { name: 'Noch offen' }).click();
    await owner.getByRole('menuitem', { name: '„Noch offen“ entfernen' }).click();
    await owner.getByRole('button', { name: 'Rückgängig' }).click();
    await owner.getByRole('button', { name: 'Noch offen' }).waitFor();
  });
});
