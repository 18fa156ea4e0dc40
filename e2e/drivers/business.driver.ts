import type { Page } from 'playwright-core';
import { choose, fill, press, seeHeading } from './form.ts';

export interface Business {
  readonly name: string;
  readonly iban: string;
  readonly providerKey: string;
  readonly invited: readonly { readonly email: string; readonly role: string }[];
}

/** Founds a business in four steps: who it is, where its money goes, who works there, who takes cards for it. */
export const createBusiness = async (page: Page, business: Business): Promise<void> => {
  await seeHeading(page, 'Unternehmen anlegen');
  await fill(page, {
    Name: business.name,
    'Straße und Hausnummer': 'Lindenweg 4',
    Postleitzahl: '04109',
    Ort: 'Leipzig',
    Steuernummer: '231/123/45678',
  });
  await press(page, 'Weiter');
  await fill(page, {
    IBAN: business.iban,
    Kontoinhaber: business.name,
    'E-Mail für Kunden': 'werkstatt@tischlerei-sommer.example',
    'E-Mail der Buchhaltung': 'buchhaltung@tischlerei-sommer.example',
  });
  await press(page, 'Anlegen und weiter');
  for (const { email, role } of business.invited) await inviteMember(page, email, role);
  await press(page, business.invited.length > 0 ? 'Weiter' : 'Später');
  await page.getByLabel('Geheimer Schlüssel', { exact: true }).fill(business.providerKey);
  await press(page, 'Verbinden');
  await seeHeading(page, 'Übersicht');
};

export const inviteMember = async (page: Page, email: string, role: string): Promise<void> => {
  await fill(page, { 'E-Mail': email });
  await choose(page, 'Rolle', role);
  await press(page, 'Einladen');
  await page.getByText(`Eingeladen: ${email}`).waitFor();
};
