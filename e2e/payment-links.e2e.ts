import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBusiness } from './drivers/business.driver.ts';
import { CARD, enterCard, goToCheckout, seeThatItIsPaid } from './drivers/pay-page.driver.ts';
import { createFreeLink, startOverLink } from './drivers/payment-link.driver.ts';
import { signUp } from './drivers/session.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const SMALL_PHONE = { width: 320, height: 640 };
const CUSTOMER = {
  Vorname: 'Levke',
  Nachname: 'Petersen',
  'Straße und Hausnummer': 'Deichweg 3',
  Postleitzahl: '25813',
  Ort: 'Husum',
  'E-Mail': 'levke.petersen@kundschaft.example',
};

describe('a customer without an account', () => {
  let owner: Page;
  let phone: Page;
  let address: string;

  beforeAll(async () => {
    [owner, phone] = await Promise.all([
      stage.enter(),
      stage.enter({ viewport: SMALL_PHONE, hasTouch: true, isMobile: true }),
    ]);
    await signUp(owner, { name: 'Inken Voss', email: 'inken@weberei-voss.example' });
    await createBusiness(owner, {
      name: 'Weberei Voss',
      iban: 'DE02120300000000202051',
      providerKey: 'sk_test_webereivoss',
      invited: [],
    });
  });

  it('opens the link that the owner has made, on the smallest phone', async () => {
    address = await createFreeLink(owner, { title: 'Webkurs im März', minimum: '20', maximum: '200' });
    await phone.goto(address);
    await phone.getByRole('heading', { name: 'Webkurs im März' }).waitFor();
    const width = await phone.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(SMALL_PHONE.width);
  });

  it('is told what is missing, at the field', async () => {
    await startOverLink(phone, { ...CUSTOMER, Ort: '', 'Betrag (EUR)': '12,50' });
    await phone.getByText('Bitte ausfüllen.').waitFor();
    await startOverLink(phone, CUSTOMER);
    await phone.getByText('Das ist weniger als der Mindestbetrag.').waitFor();
  });

  it('goes on to the pay page, and back does not start a second case', async () => {
    await startOverLink(phone, { 'Betrag (EUR)': '45,00' });
    await phone.getByText('Zu zahlen', { exact: true }).waitFor();
    await phone.goBack();
    await phone.getByText('Sie haben schon eine Zahlung begonnen').waitFor();
    await phone.getByRole('link', { name: 'Zur begonnenen Zahlung' }).click();
    await goToCheckout(phone);
    await enterCard(phone, CARD.good, 'Levke Petersen');
    await seeThatItIsPaid(phone);
    await owner.getByText('Vorgänge über diesen Link (1)').waitFor();
    await owner.getByRole('link', { name: /ZV-/ }).waitFor();
  });

  it('finds nothing once the link is switched off', async () => {
    await owner.getByRole('button', { name: 'Ausschalten' }).click();
    await owner.getByText('Ausgeschaltet').waitFor();
    const other = await stage.enter({ viewport: SMALL_PHONE });
    await other.goto(address);
    await other.getByRole('heading', { name: 'nicht in Gebrauch' }).waitFor();
    expect(stage.problems).toEqual([]);
  });
});
