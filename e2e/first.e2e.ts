import { expect, it } from 'vitest';
import { useStage } from './stage.ts';

const stage = useStage();

it('opens the panel at the address that the start prints', async () => {
  const page = await stage.enter();
  await page.goto('/');
  await page.getByRole('heading').first().waitFor();
  expect(await page.title()).toContain('Zahlwerk');
  expect(stage.problems).toEqual([]);
});

it('answers at every address', async () => {
  const { deskUrl, sandboxUrl, resendUrl } = stage.stack;
  const addresses = [
    `${deskUrl}/healthz`,
    `${deskUrl}/readyz`,
    `${deskUrl}/schema.graphql`,
    sandboxUrl,
    `${resendUrl}/inbox`,
  ];
  const answers = await Promise.all(
    addresses.map(async (address) => [address, (await fetch(address)).status]),
  );
  expect(answers).toEqual(addresses.map((address) => [address, 200]));
});

it('names nobody to sign in as where the business of the demo is missing', async () => {
  const answer = await fetch(`${stage.stack.deskUrl}/api/demo/persons`);
  expect(await answer.json()).toEqual([]);
});
