import { beforeAll, describe, expect, it } from 'vitest';
import { flawsOf, TWO_LOOKS } from './drivers/appearance.driver.ts';
import { type Desk, foundDesk, joinDesk } from './drivers/founding.driver.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('the books', { timeout: 120_000 }, () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await foundDesk(stage, 'hauptbuch');
  });

  it('say when they were checked and that all rules hold, as soon as the owner asks', async () => {
    const { owner } = desk;
    await owner.goto('/ledger');
    await owner.getByText('Die Bücher wurden noch nicht geprüft').waitFor();
    await owner.getByRole('button', { name: 'Jetzt prüfen' }).click();
    await owner.getByText(/Bücher geprüft .+: alle \d+ Regeln halten\./).waitFor();
    expect(await flawsOf(owner, TWO_LOOKS)).toEqual([]);
  });

  it('tell everybody the same, who may not ask', async () => {
    const clerk = await joinDesk(stage, desk, 'CLERK');
    await clerk.goto('/ledger');
    await clerk.getByText(/alle \d+ Regeln halten/).waitFor();
    expect(await clerk.getByRole('button', { name: 'Jetzt prüfen' }).count()).toBe(0);
    expect(stage.problems).toEqual([]);
  });
});
