import { beforeAll, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS, tooWide } from './drivers/appearance.driver.ts';
import { openCaseAt, STEP, seeStep } from './drivers/case.driver.ts';
import { type Claim, NORA, startClaim, startConfirmedClaim, untilStep } from './drivers/claim.driver.ts';
import { fill, press, seeHeading } from './drivers/form.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let desk: Desk;
let known: Claim;
let twice: Claim;

beforeAll(async () => {
  desk = await foundDesk(stage, 'zusammenfuehren');
  const email = desk.addressOf('nora');
  known = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email } });
  twice = await startClaim(desk.ask, { customer: { ...NORA, street: 'Ring 3', email } });
  await untilStep(desk.ask, twice, 'VERIFY_CUSTOMER_DATA', 'DISCREPANCY_OPEN');
});

it('a customer who is there twice becomes one, and the case that stopped over it goes on', async () => {
  const { owner } = desk;
  await owner.goto(`/customers/${encodeURIComponent(known.customerId)}`);
  const duplicates = owner.getByRole('region', { name: 'Mögliche Dubletten' });
  await duplicates.getByText(/dieselbe E-Mail/).waitFor();
  expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  await duplicates.getByRole('button', { name: /zusammenführen/ }).click();
  const dialog = owner.getByRole('dialog');
  await press(dialog, 'Tauschen');
  await dialog.getByText(/Bleiben kann nur ein bestätigter Eintrag/).waitFor();
  await press(dialog, 'Tauschen');
  await dialog.getByText(/Ausgestellte Rechnungen bleiben, wie sie sind/).waitFor();
  expect(await tooWide(owner)).toEqual([]);
  await press(dialog, 'Zusammenführen');
  await dialog.getByText('Bitte ausfüllen.').waitFor();
  await fill(dialog, { Grund: 'Zweimal angelegt' });
  await press(dialog, 'Zusammenführen');
  await dialog.waitFor({ state: 'detached' });
  await owner.getByRole('row', { name: twice.number }).waitFor();

  await owner.goto(`/customers/${encodeURIComponent(twice.customerId)}`);
  await owner.getByText('Dieser Eintrag ist zusammengeführt.').waitFor();
  expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  await owner.getByRole('link', { name: /Zum Eintrag, der bleibt/ }).click();
  await owner.getByRole('row', { name: twice.number }).waitFor();

  await openCaseAt(owner, twice, 'verify-customer-data');
  await press(owner, 'Prüfung abschließen');
  await seeStep(owner, STEP.verify, 'Erledigt');
  await seeHeading(owner, twice.number);
  expect(stage.problems).toEqual([]);
});
