import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { command } from './drivers/api.driver.ts';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { type Claim, NORA, registerTransfer, startConfirmedClaim } from './drivers/claim.driver.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

const NO_ACCOUNT = { id: '', number: '', nameDe: '', nameEn: '' };

interface Chart {
  readonly ledgerAccounts: readonly (typeof NO_ACCOUNT)[];
  readonly viewer: { readonly organization: { readonly chartVersion: number } };
}

describe('the books', { timeout: 120_000 }, () => {
  let desk: Desk;
  let claim: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'hauptbuch');
    claim = await startConfirmedClaim(desk.ask, {
      customer: { ...NORA, familyName: 'Berg', email: desk.addressOf('berg') },
    });
  });

  it('say when they were checked and that all rules hold, as soon as the owner asks', async () => {
    const { owner } = desk;
    await owner.goto('/ledger');
    await owner.getByText('Die Bücher wurden noch nicht geprüft').waitFor();
    await owner.getByRole('button', { name: 'Jetzt prüfen' }).click();
    await owner.getByText(/Bücher geprüft .+: alle \d+ Regeln halten\./).waitFor();
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  });

  it('lead from the balance of an account to its sheet, and from there to case and document', async () => {
    const { owner } = desk;
    await owner.goto('/ledger');
    await owner.getByRole('button', { name: /Forderungen/ }).click();
    await owner.getByRole('link', { name: 'Kontoblatt öffnen' }).click();
    await owner.getByRole('heading', { name: '1400 Forderungen' }).waitFor();
    await owner.getByRole('row', { name: /Anfangssaldo.*0,00/ }).waitFor();
    await owner.getByRole('row', { name: /Rechnung ausgestellt.*119,00.*119,00/ }).waitFor();
    await owner.getByRole('row', { name: /Endsaldo.*119,00/ }).waitFor();
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
    await owner.setViewportSize({ width: 1280, height: 800 });
    await owner.evaluate("window.print = () => { document.title = 'printed'; }");
    await owner.getByRole('button', { name: 'Drucken' }).click();
    await expect.poll(() => owner.title()).toBe('printed');
    await owner.getByRole('row', { name: /Endsaldo.*119,00/ }).waitFor();
    await owner.emulateMedia({ media: 'print' });
    expect(await owner.getByRole('navigation').isVisible()).toBe(false);
    await owner.emulateMedia({ media: 'screen' });
    await owner.getByRole('link', { name: /Erlöse 19/ }).click();
    await owner.getByRole('heading', { name: '8400 Erlöse 19 %' }).waitFor();
    await owner.getByRole('link', { name: claim.number }).click();
    await owner.getByRole('heading', { name: claim.number }).waitFor();
  });

  it('are a file for the adviser, of the days that were chosen', async () => {
    const { owner } = desk;
    await owner.goto('/ledger');
    await owner.getByRole('button', { name: /Forderungen/ }).click();
    await owner.getByRole('link', { name: 'Kontoblatt öffnen' }).click();
    await owner.getByText('1 Buchungszeile').waitFor();
    const [file] = await Promise.all([
      owner.waitForEvent('download'),
      owner.getByRole('button', { name: 'Als CSV' }).click(),
    ]);
    const lines = (await text(await file.createReadStream())).split('\r\n');
    expect(lines[0]).toBe('Gebucht am;Buchung;Beleg;Vorgang;Kunde;Gegenkonto;Währung;Soll;Haben;Saldo');
    expect(lines[1]).toMatch(
      new RegExp(
        `^[0-9-]{10};Rechnung ausgestellt;RE-.+;${claim.number};Nora Berg;8400 1776;EUR;119,00;;119,00$`,
      ),
    );
    await owner.goto(`${owner.url()}?until=2020-01-01`);
    await owner.getByText('0 Buchungszeilen').waitFor();
  });

  it('lead to the payment that a line posts, and from the payment to all that was posted about it', async () => {
    const { owner } = desk;
    await registerTransfer(desk.ask, claim, '119.00');
    await owner.goto('/ledger');
    await owner.getByRole('button', { name: /1200 Bank/ }).click();
    await owner.getByRole('link', { name: 'Kontoblatt öffnen' }).click();
    await owner.getByRole('link', { name: 'Zahlung', exact: true }).click();
    await owner.getByRole('heading', { name: /Zahlung über 119,00/ }).waitFor();
    const posted = owner.getByRole('region', { name: 'Was dazu gebucht ist' });
    await posted.getByText('119,00').first().waitFor();
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
    await posted.getByRole('link', { name: '1200 Bank' }).click();
    await owner.getByRole('heading', { name: '1200 Bank' }).waitFor();
  });

  it('are numbered by the chart and the numbers that the owner chooses', async () => {
    const { owner } = desk;
    await owner.goto('/settings?tab=accounts');
    const bank = owner.getByRole('textbox', { name: 'Nummer 1200' });
    await bank.fill('1210');
    await owner.getByRole('button', { name: 'Speichern' }).click();
    await owner.getByRole('textbox', { name: 'Nummer 1210' }).fill('1400');
    await owner.getByRole('button', { name: 'Speichern' }).click();
    await owner.getByText('Diese Nummer hat schon ein anderes Konto.').first().waitFor();
    await owner.getByRole('textbox', { name: 'Nummer 1210' }).fill('1210');
    await owner.getByRole('radio', { name: /SKR04/ }).click();
    await owner.getByText('Diese Konten behalten ihre Nummer: 1210 Bank').waitFor();
    await owner.getByRole('textbox', { name: 'Nummer 4400' }).waitFor();
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  });

  it('keep what two owners do to the accounts at the same time, and tell the second', async () => {
    const { owner, ask } = desk;
    await owner.goto('/settings?tab=accounts');
    await owner.getByRole('textbox', { name: 'Name deutsch 1210' }).fill('Volksbank');
    const { ledgerAccounts, viewer } = await ask<Chart>(
      '{ ledgerAccounts { id number nameDe nameEn } viewer { organization { chartVersion } } }',
    );
    const { id: accountId, ...bank } = ledgerAccounts.find(({ number }) => number === '1210') ?? NO_ACCOUNT;
    const accounts = [{ ...bank, accountId, nameEn: 'Savings bank' }];
    const { chartVersion: expectedVersion } = viewer.organization;
    await command(ask, 'changeLedgerAccounts', { accounts, expectedVersion }, 'chartVersion');
    await owner.getByRole('button', { name: 'Speichern' }).click();
    await owner.getByText('Jemand hat das inzwischen geändert.').waitFor();
    await owner.getByRole('button', { name: 'Neuesten Stand zeigen' }).click();
    const english = owner.getByRole('textbox', { name: 'Name englisch 1210' });
    await expect.poll(() => english.inputValue()).toBe('Savings bank');
    await owner.getByRole('button', { name: 'Speichern' }).click();
    await owner.getByText('Gespeichert.').waitFor();
    await owner.reload();
    await expect.poll(() => english.inputValue()).toBe('Savings bank');
    expect(await owner.getByRole('textbox', { name: 'Name deutsch 1210' }).inputValue()).toBe('Volksbank');
  });

  it('tell everybody the same, who may not ask', async () => {
    const clerk = await joinDesk(stage, desk, 'CLERK');
    await clerk.goto('/ledger');
    await clerk.getByText(/alle \d+ Regeln halten/).waitFor();
    expect(await clerk.getByRole('button', { name: 'Jetzt prüfen' }).count()).toBe(0);
    expect(stage.problems).toEqual([]);
  });
});
