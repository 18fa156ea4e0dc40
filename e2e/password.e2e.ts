import { expect, it } from 'vitest';
import { fill, press, seeHeading } from './drivers/form.ts';
import { linkIn, receiveMail } from './drivers/inbox.driver.ts';
import { signUp } from './drivers/session.driver.ts';
import { useStage } from './stage.ts';

const PERSON = { name: 'Vera Gessner', email: 'vera.gessner@passwort.example' };
const NEW_PASSWORD = 'ein ganz neues Passwort';

const stage = useStage();

it('lets somebody who has forgotten the password set a new one by mail', async () => {
  await signUp(await stage.enter(), PERSON);
  const page = await stage.enter();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
  // The page before has a field of the same name, and is gone only once its successor has been loaded.
  await seeHeading(page, 'Passwort vergessen');
  await fill(page, { 'E-Mail': PERSON.email });
  await press(page, 'Link schicken');
  await page.getByRole('status').getByText('ist der Link unterwegs').waitFor();
  const mail = await receiveMail(stage.stack, PERSON.email, /Neues Passwort/);
  await page.goto(linkIn(mail, 'reset-password'));
  await fill(page, { 'Neues Passwort': NEW_PASSWORD });
  await press(page, 'Passwort setzen');
  await page.getByRole('link', { name: 'Anmelden' }).click();
  await fill(page, { 'E-Mail': PERSON.email });
  await page.getByLabel('Passwort', { exact: true }).fill(NEW_PASSWORD);
  await press(page, 'Anmelden');
  await page.getByRole('heading', { name: 'Unternehmen anlegen' }).waitFor();
  expect(stage.problems).toEqual([]);
});
