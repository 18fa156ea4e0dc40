import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ask, askByKey, caseByNumber, entriesOf } from './drivers/api.driver.ts';
import { createBusiness } from './drivers/business.driver.ts';
import {
  closeCase,
  confirmAmount,
  confirmRecord,
  openCase,
  openStep,
  registerReceipt,
  rejectToAmount,
  STEP,
  seeFigure,
  seeStep,
  whyBlocked,
} from './drivers/case.driver.ts';
import { giroCodeIn, linkIn, type Mail, receiveMail } from './drivers/inbox.driver.ts';
import { startCaseFor, startCaseForNewCustomer } from './drivers/new-case.driver.ts';
import { createReadKey } from './drivers/partners.driver.ts';
import {
  CARD,
  enterCard,
  goToCheckout,
  openPayPage,
  passChallenge,
  payByCard,
  phasesOf,
  seeThatItIsPaid,
  turnBack,
} from './drivers/pay-page.driver.ts';
import { readPdf } from './drivers/pdf.ts';
import { acceptInvitation, signUp } from './drivers/session.driver.ts';
import { PHONE, useStage } from './stage.ts';

const stage = useStage({ ownDesk: true });

const OWNER = { name: 'Ada Sommer', email: 'ada@tischlerei-sommer.example' };
const LEAD = { name: 'Theo Lenz', email: 'theo@tischlerei-sommer.example' };
const CLERK = { name: 'Kim Berger', email: 'kim@tischlerei-sommer.example' };
const BUSINESS = {
  name: 'Tischlerei Sommer',
  iban: 'DE02120300000000202051',
  providerKey: 'sk_test_tischlereisommer',
  invited: [
    { email: LEAD.email, role: 'Teamleitung' },
    { email: CLERK.email, role: 'Sachbearbeitung' },
  ],
};
const CUSTOMER = {
  Vorname: 'Nora',
  Nachname: 'Winter',
  'E-Mail': 'nora.winter@kundschaft.example',
  'Straße und Hausnummer': 'Am Markt 7',
  Postleitzahl: '04275',
  Ort: 'Leipzig',
};

describe('a stranger', () => {
  let owner: Page;
  let lead: Page;
  let clerk: Page;
  let phone: Page;
  let first: string;
  let request: Mail;
  let second: string;
  let third: string;
  let watcher: Page;
  let loads = 0;
  let ask: Ask;

  beforeAll(async () => {
    [owner, lead, clerk] = await Promise.all([stage.enter(), stage.enter(), stage.enter()]);
    phone = await stage.enter({ viewport: PHONE, hasTouch: true, isMobile: true });
  });

  it('founds a business, and both members join by the link in their mail', async () => {
    await signUp(owner, OWNER);
    await createBusiness(owner, BUSINESS);
    for (const [page, person] of [
      [lead, LEAD],
      [clerk, CLERK],
    ] as const) {
      const invitation = await receiveMail(stage.stack, person.email, /Tischlerei Sommer/);
      await acceptInvitation(page, linkIn(invitation, 'invitation'), person);
    }
  });

  it('starts a case for a new customer, with two lines at different VAT rates', async () => {
    first = await startCaseForNewCustomer(clerk, CUSTOMER, {
      lines: [
        { name: 'Esstisch, Eiche geölt', unitPrice: '640,00' },
        { name: 'Pflegebuch für Holz', quantity: '2', unitPrice: '12,50', tax: '7 % USt' },
      ],
      reference: 'B-2001',
    });
    await seeFigure(clerk, 'Betrag', '788,35 €');
  });

  it('has sent a request with a GiroCode that a banking app can read', async () => {
    request = await receiveMail(stage.stack, CUSTOMER['E-Mail'], new RegExp(first));
    const code = giroCodeIn(request);
    expect(code.slice(0, 4)).toEqual(['BCD', '002', '1', 'SCT']);
    expect(code).toEqual(expect.arrayContaining([BUSINESS.name, BUSINESS.iban, 'EUR788.35']));
    expect(code.join('\n')).toContain(first);
  });

  it('pays on the phone: declined with a reason, then with another card, 3-D Secure and a reload', async () => {
    const link = linkIn(request, 'pay');
    await openPayPage(phone, link);
    await goToCheckout(phone);
    await enterCard(phone, CARD.declined, 'Nora Winter');
    await phone.getByRole('alert').getByText('Die Zahlung hat nicht geklappt.').waitFor();
    await turnBack(phone);
    await phone.getByText('Ihre Bank hat die Zahlung abgelehnt.').waitFor();
    await phone.reload();
    await phone.getByText('Ihre Bank hat die Zahlung abgelehnt.').waitFor();
    await goToCheckout(phone);
    await enterCard(phone, CARD.challenged, 'Nora Winter');
    await phone.getByRole('heading', { name: 'Zahlung bestätigen' }).waitFor();
    await phone.reload();
    await passChallenge(phone);
    await expect
      .poll(() => phasesOf(phone), { timeout: 30_000 })
      .toEqual([
        expect.stringMatching(/Begonnen[\s\S]*\d\d:\d\d · Karte eingegeben/),
        expect.stringMatching(/Geprüft[\s\S]*\d\d:\d\d · Karte geprüft, von Ihnen bestätigt/),
        expect.stringMatching(/freigegeben[\s\S]*\d\d:\d\d · Freigegeben/),
        expect.stringMatching(/Eingegangen[\s\S]*\d\d:\d\d · Gutgeschrieben/),
      ]);
  });

  it('is stopped once, at step 3, to confirm the data of a new customer', async () => {
    await openCase(clerk, first);
    await seeStep(clerk, STEP.save, 'Angehalten');
    await confirmRecord(clerk);
    await seeStep(clerk, STEP.close, 'An der Reihe');
    await seeThatItIsPaid(phone);
  });

  it('was stopped nowhere else: all the rest up to the sign-off was done by the machine', async () => {
    const key = await createReadKey(owner, 'Steuerbüro Quitt');
    ask = (query, variables) => askByKey(stage.stack, key, query, variables);
    const { workTrack } = await caseByNumber(ask, first);
    const byHand = workTrack.filter(({ doneBy }) => doneBy?.kind !== 'SYSTEM').map(({ step }) => step);
    expect(byHand).toEqual(['INITIATE_PAYMENT', 'SAVE_CUSTOMER_RECORD', 'CLOSE_PAYMENT_TASK']);
  });

  it('finds the same cents on invoice, receipt and in the ledger', async () => {
    const invoice = await readPdf(clerk, /^Rechnung /);
    const receipt = await readPdf(clerk, /^Beleg /);
    for (const amount of ['640,00', '25,00', '121,60', '1,75', '788,35']) expect(invoice).toContain(amount);
    expect(receipt).toContain('788,35');
    expect(receipt).toContain(first);
    expect(await entriesOf(ask, first)).toEqual({
      INVOICE: {
        RECEIVABLE: '788.35',
        REVENUE_19: '-640.00',
        REVENUE_7: '-25.00',
        VAT_19: '-121.60',
        VAT_7: '-1.75',
      },
      PAYMENT: { CLEARING: '788.35', CUSTOMER_CREDIT: '-788.35' },
      ALLOCATION: { CUSTOMER_CREDIT: '788.35', RECEIVABLE: '-788.35' },
      // 1.5 % and 0.25 of the card payment.
      FEE: { CLEARING: '-12.08', FEES: '12.08' },
    });
  });

  it('runs a second case of the same customer from 2 to 9 without a click', async () => {
    second = await startCaseFor(clerk, 'Nora Winter', {
      lines: [{ name: 'Stuhl, Eiche geölt', unitPrice: '100,00' }],
    });
    const mail = await receiveMail(stage.stack, CUSTOMER['E-Mail'], new RegExp(second));
    await payByCard(phone, linkIn(mail, 'pay'), 'Nora Winter');
    await seeStep(clerk, STEP.close, 'An der Reihe');
    const { workTrack } = await caseByNumber(ask, second);
    const machine = workTrack.filter(
      ({ step }) => !['INITIATE_PAYMENT', 'CLOSE_PAYMENT_TASK'].includes(step),
    );
    expect(machine.map(({ run, doneBy }) => [run, doneBy?.kind])).toEqual(machine.map(() => [1, 'SYSTEM']));
    expect(machine).toHaveLength(8);
  });

  it('is paid 900 of 1,000: the rest stays open until the second receipt', async () => {
    third = await startCaseFor(clerk, 'Nora Winter', {
      lines: [{ name: 'Regal nach Maß', unitPrice: '840,34' }],
    });
    watcher = await clerk.context().newPage();
    watcher.on('load', () => {
      loads += 1;
    });
    await openCase(watcher, third);
    await seeStep(clerk, STEP.confirm, 'An der Reihe');
    await registerReceipt(clerk, '900,00');
    await confirmAmount(clerk, 'Teilzahlung');
    await seeFigure(clerk, 'Offen', '100,00 €');
    await seeStep(clerk, STEP.confirm, '2. Durchgang.*An der Reihe');
    await openCase(owner, third);
    await registerReceipt(owner, '100,00');
    await confirmAmount(owner, 'Stimmt genau');
    await seeFigure(owner, 'Offen', '0,00 €');
    await seeStep(owner, STEP.close, 'An der Reihe');
  });

  it('tells those who have recorded it why they may not close, and who may', async () => {
    for (const page of [clerk, owner]) await openStep(page, STEP.close);
    expect(await whyBlocked(clerk, 'Abschließen')).toBe('Ihre Rolle darf das nicht. Das kann: Theo Lenz.');
    expect(await whyBlocked(owner, 'Abschließen')).toMatch(/Das kann: Theo Lenz\.$/);
  });

  it('goes back to step 6 by the team lead, and is closed after the clerk has confirmed again', async () => {
    await openCase(lead, third);
    await rejectToAmount(lead, 'Bitte die Wertstellung der zweiten Überweisung prüfen.');
    await seeStep(clerk, STEP.confirm, '3. Durchgang.*Angehalten');
    await confirmAmount(clerk);
    await seeStep(lead, STEP.close, 'An der Reihe');
    await closeCase(lead);
  });

  it('was followed in a second tab without a reload', async () => {
    await seeStep(watcher, STEP.close, 'Erledigt');
    await seeFigure(watcher, 'Eingegangen', '1.000,00 €');
    expect(loads).toBe(1);
  });

  it('is the same case by a read key, also after kill -9 and a new start', async () => {
    const before = await caseByNumber(ask, third);
    expect(before).toMatchObject({ state: 'CLOSED', amountOpen: { amount: '0.00' } });
    const all = await Promise.all([first, second].map((number) => caseByNumber(ask, number)));
    await stage.stack.kill();
    await stage.stack.restart();
    expect(await caseByNumber(ask, third)).toEqual(before);
    expect(await Promise.all([first, second].map((number) => caseByNumber(ask, number)))).toEqual(all);
    await openCase(owner, third);
    await seeFigure(owner, 'Eingegangen', '1.000,00 €');
    expect(stage.problems).toEqual([]);
  });
});
