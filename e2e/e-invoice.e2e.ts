import { buffer, text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVERY_LOOK, flawsOf } from './drivers/appearance.driver.ts';
import { openCaseAt } from './drivers/case.driver.ts';
import { NORA, startConfirmedClaim } from './drivers/claim.driver.ts';
import { fill, press, seeHeading } from './drivers/form.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const XRECHNUNG = 'XRechnung (XML)';

describe('an e-invoice', () => {
  let desk: Desk;
  let owner: Page;

  const issue = (customer: Readonly<Record<string, string>>, reference: string | null) =>
    startConfirmedClaim(desk.ask, { customer: { ...NORA, ...customer }, reference });

  const openInvoice = async (): Promise<void> => {
    await owner.goto('/invoices');
    await owner
      .getByRole('link', { name: /^Rechnung / })
      .first()
      .click();
    await seeHeading(owner, /^Rechnung /);
  };

  beforeAll(async () => {
    desk = await foundDesk(stage, 'e-rechnung');
    owner = desk.owner;
    await issue({ email: desk.addressOf('nora') }, null);
  });

  it('is not given out as XRechnung while something is missing, and the page says what', async () => {
    await openInvoice();
    await owner.getByText('Eine XRechnung gibt es hiervon nicht').waitFor();
    await owner.getByText(/fehlt die Telefonnummer des Unternehmens/).waitFor();
    await owner.getByText(/bei Behörden die Leitweg-ID/).waitFor();
    await owner.getByRole('link', { name: 'PDF öffnen' }).waitFor();
    expect(await owner.getByRole('link', { name: XRECHNUNG }).count()).toBe(0);
    expect(await flawsOf(owner, EVERY_LOOK)).toEqual([]);
  });

  it('can be saved as XRechnung from the invoice and from its case, once nothing is missing', async () => {
    await owner.setViewportSize({ width: 1280, height: 800 });
    await owner.goto('/settings');
    await fill(owner, { Telefon: '+49 341 123456' });
    await press(owner, 'Speichern');
    await owner.getByText('Gespeichert.').waitFor();
    const claim = await issue(
      { familyName: 'Frost', street: 'Am Wald 3', email: desk.addressOf('frost') },
      '04011000-12345-34',
    );
    await openInvoice();
    const [file] = await Promise.all([
      owner.waitForEvent('download'),
      owner.getByRole('link', { name: XRECHNUNG }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^RE-\d{4}-\d{4}-xrechnung\.xml$/);
    const xml = await text(await file.createReadStream());
    expect(xml).toContain('xeinkauf.de:kosit:xrechnung_3.0');
    expect(xml).toContain('<ram:BuyerReference>04011000-12345-34</ram:BuyerReference>');
    expect(await flawsOf(owner, EVERY_LOOK)).toEqual([]);
    await openCaseAt(owner, claim, 'confirm-amount');
    await owner.getByRole('link', { name: /^XRechnung \(XML\): Rechnung / }).waitFor();
    expect(stage.problems).toEqual([]);
  });

  it('is saved with all others of a period at once', async () => {
    await owner.goto('/invoices');
    const [file] = await Promise.all([
      owner.waitForEvent('download'),
      owner.getByRole('link', { name: /^PDF und XML aller Rechnungen/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^invoices-\d{4}-01-01-\d{4}-\d\d-\d\d\.zip$/);
    const bytes = await buffer(await file.createReadStream());
    // The names stand in a ZIP as they are.
    for (const name of ['index.csv', '-0001.pdf', '-0002-xrechnung.xml'])
      expect(bytes.includes(name)).toBe(true);
    expect(await flawsOf(owner, EVERY_LOOK)).toEqual([]);
    expect(stage.problems).toEqual([]);
  });
});
