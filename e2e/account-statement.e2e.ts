import { beforeAll, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { type Claim, NORA, registerTransfer, startConfirmedClaim } from './drivers/claim.driver.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { readPdf } from './drivers/pdf.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let desk: Desk;
let claim: Claim;

beforeAll(async () => {
  desk = await foundDesk(stage, 'kundenkonto');
  claim = await startConfirmedClaim(desk.ask, { customer: { ...NORA, email: desk.addressOf('nora') } });
  await registerTransfer(desk.ask, claim, '100.00');
});

it('a customer’s account is a letter: every movement with its balance, and what is open', async () => {
  const { owner } = desk;
  await owner.goto(`/customers/${encodeURIComponent(claim.customerId)}`);
  await owner.getByRole('link', { name: 'Kontoauszug (PDF)' }).waitFor();
  expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  const text = await readPdf(owner, 'Kontoauszug (PDF)');
  expect(text).toMatch(/Rechnung RE-\d{4}-0001\s+119,00\s+119,00/);
  expect(text).toMatch(/Zahlung RE-\d{4}-0001\s+100,00\s+19,00/);
  expect(text).toMatch(/Saldo zu unseren Gunsten\s+19,00/);
  expect(stage.problems).toEqual([]);
});

it('goes to the customer by mail once a day, and again only when somebody says so', async () => {
  const { owner } = desk;
  const send = owner.getByRole('button', { name: 'Per Mail senden' });
  await send.click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByText(desk.addressOf('nora')).waitFor();
  await dialog.getByRole('button', { name: 'Per Mail senden' }).click();
  await owner.getByText('Der Kontoauszug ist unterwegs.').waitFor();
  await owner.getByText(/Kontoauszug von .+ zum/).waitFor();
  await owner.evaluate('window.scrollTo(0, 0)');
  expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  await send.click();
  await dialog.getByRole('button', { name: 'Per Mail senden' }).click();
  await dialog.getByText('Heute ist schon einer an diesen Kunden gegangen.').waitFor();
  await dialog.getByRole('button', { name: 'Zurück' }).click();
  expect(stage.problems).toEqual([]);
});
