import { beforeAll, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { type Claim, startClaim } from './drivers/claim.driver.ts';
import { press } from './drivers/form.ts';
import { type Desk, foundDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const VAT_ID = 'ATU13585627';
let desk: Desk;
let claim: Claim;

beforeAll(async () => {
  desk = await foundDesk(stage, 'ustid-register', { vatId: 'DE136695976' });
  const customer = {
    ...{ kind: 'COMPANY', company: 'Alpenholz GmbH', language: 'de', vatId: VAT_ID },
    ...{ street: 'Am Graben 3', postalCode: '1010', city: 'Wien', country: 'AT' },
    email: desk.addressOf('alpenholz'),
  };
  claim = await startClaim(desk.ask, { customer });
});

const pull = (lever: string) =>
  fetch(`${stage.stack.sandboxUrl}/_sandbox/vies`, {
    method: 'POST',
    body: JSON.stringify({ lever, vatId: VAT_ID, times: 1 }),
  });

it('the register is asked from the record of the customer, and its answer stays to be read', async () => {
  const { owner } = desk;
  await owner.goto(`/customers/${encodeURIComponent(claim.customerId)}`);
  const register = owner.getByRole('region', { name: 'USt-IdNr. im Register' });
  await register.getByText('Noch nicht angefragt.').waitFor();
  await press(register, 'Jetzt prüfen');
  await register.getByText('Bestätigt', { exact: true }).waitFor();
  await register.getByText(/^WAPIAAAA/).waitFor();
  await register.getByText('Name stimmt überein').waitFor();

  await pull('not_valid');
  await press(register, 'Jetzt prüfen');
  await register.getByText('Nicht bestätigt', { exact: true }).waitFor();
  await register.getByText('Eine weitere Anfrage').click();
  await register.getByText('Bestätigt', { exact: true }).waitFor();

  await pull('MS_UNAVAILABLE');
  await press(register, 'Jetzt prüfen');
  await register.getByText('Keine Auskunft', { exact: true }).waitFor();
  await register.getByText('Das Register des Mitgliedstaats war nicht verfügbar').waitFor();
  await owner.evaluate('scrollTo(0, 0)');
  expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  expect(stage.problems).toEqual([]);
});
