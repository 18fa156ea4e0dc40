import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { confirmRecord, openStep, STEP, seeFigure, seeStep } from './drivers/case.driver.ts';
import { press } from './drivers/form.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { receiveMail } from './drivers/inbox.driver.ts';
import { openNewCase, startCaseForNewCustomer } from './drivers/new-case.driver.ts';
import { readPdf } from './drivers/pdf.ts';
import {
  CARD_AT_READER,
  openReaderOf,
  openReaders,
  presentCard,
  registerReader,
} from './drivers/reader.driver.ts';
import { PHONE, useStage } from './stage.ts';

const stage = useStage();

describe('a payment on the counter', { timeout: 120_000 }, () => {
  let desk: Desk;
  let clerk: Page;
  let customer: Page;
  let number: string;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'vor-ort');
    clerk = await joinDesk(stage, desk, 'CLERK');
    await clerk.setViewportSize(PHONE);
    customer = await stage.enter();
  });

  it('is not offered before a reader stands there, and the clerk is told who puts it up', async () => {
    await openNewCase(clerk);
    await clerk.getByText('Die Inhaberin oder der Inhaber richtet ihn in den Einstellungen ein').waitFor();
    expect(await clerk.getByRole('radio', { name: 'Vor Ort' }).isDisabled()).toBe(true);
  });

  it('needs a reader that the owner registers by its code', async () => {
    const { owner } = desk;
    await openReaders(owner);
    await owner.getByText('Noch kein Kartenleser').waitFor();
    await registerReader(owner, 'gibt-es-nicht', 'Tresen');
    await owner.getByText('Mit diesem Code ist kein Kartenleser zu finden').first().waitFor();
    await registerReader(owner, 'simulated-wpe', 'Tresen');
    const list = owner.getByRole('list', { name: 'Kartenleser' });
    await list.getByText('Tresen').waitFor();
    await list.getByText('Bereit').waitFor();
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  });

  it('starts with a case of the clerk, on a phone', async () => {
    const details = {
      Vorname: 'Nora',
      Nachname: 'Winter',
      'Straße und Hausnummer': 'Am Markt 7',
      Postleitzahl: '04275',
      Ort: 'Leipzig',
      'E-Mail': desk.addressOf('nora'),
    };
    number = await startCaseForNewCustomer(clerk, details, {
      lines: [{ name: 'Stuhl, Eiche geölt', unitPrice: '100,00' }],
      channel: 'Vor Ort',
    });
    await confirmRecord(clerk);
    await seeStep(clerk, STEP.confirm, 'An der Reihe');
  });

  const atReader = () => clerk.getByRole('region', { name: 'Am Kartenleser' });

  it('that is declined says why, and can be tried with another card', async () => {
    await press(clerk, 'Am Kartenleser kassieren');
    await atReader().getByText('„Tresen“ wartet auf die Karte').waitFor();
    await openReaderOf(customer, stage.stack, desk.providerKey, 'Tresen');
    await presentCard(customer, CARD_AT_READER.withoutFunds);
    await atReader().getByText('Die Karte oder das Konto ist nicht ausreichend gedeckt.').waitFor();
    await atReader().getByRole('button', { name: 'Abbrechen' }).waitFor();
    // Half under the bar at the top a link is too small to be touched.
    await clerk.evaluate('window.scrollTo(0, 0)');
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
    await clerk.setViewportSize(PHONE);
  });

  it('becomes money without a reload, with time and evidence of every phase', async () => {
    await press(clerk, 'Noch einmal kassieren');
    await atReader().getByText('„Tresen“ wartet auf die Karte').waitFor();
    await presentCard(customer, CARD_AT_READER.withPin);
    await atReader().getByText('119,00 € bezahlt').waitFor();
    const phases = clerk.getByRole('list', { name: 'Weg des Geldes' });
    for (const proof of ['Am Kartenleser begonnen', 'Chip gelesen, PIN geprüft', 'Von der Bank freigegeben'])
      await phases.getByText(proof).waitFor();
    await phases.getByText(/^Gutschrift ch_/).waitFor();
    expect(await phases.getByRole('time').count()).toBe(4);
    await seeFigure(clerk, 'Offen', '0,00 €');
    await seeStep(clerk, STEP.close, 'An der Reihe');
  });

  it('ends with a receipt that says how it was paid, and with no request to pay', async () => {
    const mail = await receiveMail(stage.stack, desk.addressOf('nora'), /Zahlung erhalten/);
    expect(mail.attachments.map(({ contentType }) => contentType)).toContain('application/pdf');
    expect(await readPdf(clerk, /^Beleg /)).toContain('Kartenzahlung am Terminal');
    await openStep(clerk, STEP.initiate);
    await clerk.getByText('dafür geht keine Zahlungsaufforderung hinaus').waitFor();
    expect(number).toMatch(/^ZV-/);
    expect(stage.problems).toEqual([]);
  });
});
