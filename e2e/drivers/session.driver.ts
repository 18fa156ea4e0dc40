import type { Page } from 'playwright-core';
import { PASSWORD } from '../people.ts';
import { fill, press, seeHeading } from './form.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
}

const fillSignUp = async (page: Page, { name, email }: Person): Promise<void> => {
  await fill(page, { 'Ihr Name': name, 'E-Mail': email });
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await press(page, 'Konto anlegen');
};

/** Makes an account; whoever is nobody's member yet lands where one founds a business. */
export const signUp = async (page: Page, person: Person): Promise<void> => {
  await page.goto('/sign-up');
  await fillSignUp(page, person);
  await seeHeading(page, 'Unternehmen anlegen');
};

/** Comes with the link of an invitation, makes an account and joins. */
export const acceptInvitation = async (page: Page, link: string, person: Person): Promise<void> => {
  await page.goto(link);
  await page.getByRole('link', { name: 'Konto anlegen' }).click();
  await fillSignUp(page, person);
  await press(page, 'Einladung annehmen');
  await seeHeading(page, 'Übersicht');
};
