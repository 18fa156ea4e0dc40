import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { importStatement, seeOutcome, statementWith } from './drivers/bank.driver.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('a bank statement that is missing', { timeout: 120_000 }, () => {
  let desk: Desk;
  let clerk: Page;

  const first = { amount: '10.00', payer: 'Otto Eins', text: 'Erste' };
  const between = { amount: '20.00', payer: 'Otto Zwei', text: 'Zweite' };
  const last = { amount: '30.00', payer: 'Otto Drei', text: 'Dritte' };

  beforeAll(async () => {
    desk = await foundDesk(stage, 'auszug-fehlt');
    clerk = await joinDesk(stage, desk, 'CLERK');
  });

  it('is said on the page of the bank and is a task that leads there, until it is brought', async () => {
    await importStatement(clerk, 'eins.xml', statementWith([first]));
    await seeOutcome(clerk, '1 Buchungen, davon 1 neu');
    await importStatement(clerk, 'drei.xml', statementWith([last], 103_000));
    await clerk.getByText('Es fehlt ein Kontoauszug').waitFor();
    await clerk.getByText('Der eine endet mit 1.010,00 €, der nächste beginnt mit 1.030,00 €').waitFor();
    expect(await flawsOf(clerk, TWO_LOOKS)).toEqual([]);
    await clerk.goto('/tasks');
    await clerk.getByText('Kontoauszug fehlt').first().waitFor();
    await importStatement(clerk, 'zwei.xml', statementWith([between], 101_000));
    await clerk.getByText('Es fehlt ein Kontoauszug').waitFor({ state: 'detached' });
    await clerk.goto('/tasks');
    await clerk.getByText('Kontoauszug fehlt').first().waitFor({ state: 'detached' });
    expect(stage.problems).toEqual([]);
  });
});
