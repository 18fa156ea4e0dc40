import { expect, vi } from 'vitest';
import type { Stack } from '../stack.ts';

/** Presses a lever or a button of the stand-in for the provider. */
const press = async ({ stripeUrl }: Stack, path: string, body: object = {}): Promise<void> => {
  const response = await fetch(`${stripeUrl}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
};

interface Intent {
  readonly id: string;
  readonly status: string;
  readonly latest_charge: string | null;
}

/** The newest payment of the account, as the provider has it. */
const lastIntent = async ({ stripeUrl }: Stack, providerKey: string): Promise<Intent> => {
  const intents = await fetch(`${stripeUrl}/v1/payment_intents`, {
    headers: { Authorization: `Bearer ${providerKey}` },
  });
  const [intent] = ((await intents.json()) as { data: readonly Intent[] }).data;
  if (!intent) throw new Error('The provider knows no payment.');
  return intent;
};

/** Waits until the newest payment of the account stands like this at the provider. */
export const lastIntentIs = (stack: Stack, providerKey: string, status: string): Promise<void> =>
  vi.waitFor(async () => expect((await lastIntent(stack, providerKey)).status).toBe(status), {
    timeout: 20_000,
  });

/** The bank pays the account's newest debit. */
export const payDebit = async (stack: Stack, providerKey: string): Promise<void> => {
  const { id } = await lastIntent(stack, providerKey);
  await press(stack, `intents/${id}/debit`, { outcome: 'succeed' });
};

/** The customer transfers this much, in cents, to the account that the newest payment names. */
export const transferToProvider = async (
  stack: Stack,
  providerKey: string,
  amount: number,
): Promise<void> => {
  const { id } = await lastIntent(stack, providerKey);
  await press(stack, `intents/${id}/transfer`, { amount });
};

/** The bank pays it, and no webhook tells the desk. */
export const payDebitInSilence = async (stack: Stack, providerKey: string): Promise<void> => {
  await press(stack, 'faults', { lever: 'webhook_drop' });
  try {
    await payDebit(stack, providerKey);
    await press(stack, 'settle');
  } finally {
    await fetch(`${stack.stripeUrl}/_sandbox/faults`, { method: 'DELETE' });
  }
};

/** The bank of the customer takes the account's newest payment back: it disputes a card payment, and returns a debit. */
export const takeLastPaymentBack = async (
  stack: Stack,
  providerKey: string,
  reason: 'product_not_received' | 'insufficient_funds',
): Promise<void> => {
  const { latest_charge: charge } = await lastIntent(stack, providerKey);
  await press(stack, `charges/${charge}/dispute`, { reason });
};
