import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

it('opens the panel at the address that the start prints', async () => {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(stack.deskUrl);
  await page.getByRole('heading').first().waitFor();
  expect(await page.title()).toContain('Zahlwerk');
  expect(problems).toEqual([]);
});

it('answers at every address', async () => {
  const addresses = [
    `${stack.deskUrl}/healthz`,
    `${stack.deskUrl}/readyz`,
    `${stack.deskUrl}/schema.graphql`,
    stack.sandboxUrl,
    `${stack.resendUrl}/inbox`,
  ];
  const answers = await Promise.all(
    addresses.map(async (address) => [address, (await fetch(address)).status]),
  );
  expect(answers).toEqual(addresses.map((address) => [address, 200]));
});

it('takes over after a kill -9', async () => {
  await stack.kill();
  await stack.restart();
  expect((await fetch(`${stack.deskUrl}/readyz`)).status).toBe(200);
});
