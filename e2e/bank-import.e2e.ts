import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from './drivers/api.driver.ts';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { assignByHand, assignTo, importStatement, seeOutcome, statementWith } from './drivers/bank.driver.ts';
import { openCaseAt, STEP, seeFigure, seeStep } from './drivers/case.driver.ts';
import { type Claim, NORA, startConfirmedClaim } from './drivers/claim.driver.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('a bank statement', { timeout: 120_000 }, () => {
  let desk: Desk;
  let clerk: Page;
  /** Paid as asked; paid too little; paid by somebody who names nothing. */
  let exact: Claim;
  let short: Claim;
  let nameless: Claim;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'kontoauszug');
    clerk = await joinDesk(stage, desk, 'CLERK');
    const claim = (familyName: string) =>
      startConfirmedClaim(desk.ask, {
        customer: { ...NORA, familyName, email: desk.addressOf(familyName.toLowerCase()) },
      });
    exact = await claim('Winter');
    short = await claim('Sommer');
    nameless = await claim('Herbst');
  });

  const day = () =>
    statementWith([
      { amount: '119.00', payer: 'Nora Winter', text: `Rechnung ${exact.number}` },
      { amount: '100.00', payer: 'Nora Sommer', text: `Zu ${short.number}` },
      { amount: '47.11', payer: 'Zahlstelle Nord', text: 'Danke' },
    ]);

  it('pays by itself what is certain, and shows the rest with what is known of it', async () => {
    await importStatement(clerk, 'auszug.xml', day());
    await seeOutcome(clerk, '3 Buchungen, davon 3 neu · 1 von 3 Eingängen von selbst zugeordnet');
    await clerk.getByText('2 Eingänge, 147,11 €').waitFor();
    await clerk.getByText(`Vorgang ${short.number} genannt`).waitFor();
    await clerk.getByText('19,00 € zu wenig').waitFor();
    await clerk.getByText('Dazu passt kein offener Vorgang.').waitFor();
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
    await clerk.goto('/payments?unassigned=true');
    await clerk.getByText('Dazu liegen 147,11 € auf dem Bankkonto').waitFor();
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
    await openCaseAt(clerk, exact, 'close-payment-task');
    await seeStep(clerk, STEP.close, 'An der Reihe');
    await seeFigure(clerk, 'Offen', '0,00 €');
    expect(await entriesOf(desk.ask, exact.number)).toMatchObject({
      PAYMENT: { UNASSIGNED: '119.00', CUSTOMER_CREDIT: '-119.00' },
    });
  });

  it('leaves nothing over once a person has assigned the rest, with one click or with a choice', async () => {
    await clerk.goto('/bank');
    await assignTo(clerk, 'Nora Sommer', short.number);
    await clerk.getByText('1 Eingang, 47,11 €').waitFor();
    await assignByHand(clerk, 'Zahlstelle Nord', nameless.number);
    await clerk.getByText('Jeder Eingang ist zugeordnet').waitFor();
    await openCaseAt(clerk, short, 'confirm-amount');
    await seeStep(clerk, STEP.confirm, 'Angehalten');
    await seeFigure(clerk, 'Offen', '119,00 €');
  });

  it('brings nothing a second time, and nothing at all when it has been changed on the way', async () => {
    await importStatement(clerk, 'noch-einmal.xml', `${day()}\n`);
    await seeOutcome(clerk, '3 Buchungen, davon 0 neu');
    await importStatement(clerk, 'anders.xml', day().replace('>47.11<', '>4711.00<'));
    await seeOutcome(clerk, 'Anfangssaldo und Buchungen ergeben nicht den Endsaldo');
    await clerk.getByText('Jeder Eingang ist zugeordnet').waitFor();
    expect(stage.problems).toEqual([]);
  });
});
