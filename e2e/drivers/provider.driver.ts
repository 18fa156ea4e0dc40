import type { Stack } from '../stack.ts';

const post = async (url: string, body: object): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
};

/** The bank pays the account's only debit, and no webhook tells the desk. */
export const payDebitInSilence = async ({ stripeUrl }: Stack, providerKey: string): Promise<void> => {
  const intents = await fetch(`${stripeUrl}/v1/payment_intents`, {
    headers: { Authorization: `Bearer ${providerKey}` },
  });
  const [intent] = ((await intents.json()) as { data: readonly { id: string }[] }).data;
  if (!intent) throw new Error('The provider knows no payment.');
  await post(`${stripeUrl}/_sandbox/faults`, { lever: 'webhook_drop' });
  try {
    await post(`${stripeUrl}/_sandbox/intents/${intent.id}/debit`, { outcome: 'succeed' });
    await post(`${stripeUrl}/_sandbox/settle`, {});
  } finally {
    await fetch(`${stripeUrl}/_sandbox/faults`, { method: 'DELETE' });
  }
};
