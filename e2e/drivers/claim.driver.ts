import { expect, vi } from 'vitest';
import { type Ask, command } from './api.driver.ts';

/** A case as its story speaks of it. */
export interface Claim {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
}

export const NORA = {
  kind: 'PERSON',
  givenName: 'Nora',
  familyName: 'Winter',
  street: 'Am Markt 7',
  postalCode: '04275',
  city: 'Leipzig',
  country: 'DE',
  language: 'de',
} as const;

/** A day of the business, so many days from now: "2026-11-23". */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });

/** Step 1 over the API: one line of 100.00 at 19 %, so 119.00 are due in two weeks. */
export const startClaim = async (ask: Ask, input: Readonly<Record<string, unknown>>): Promise<Claim> => {
  const { case: started } = await command<{
    case: { id: string; number: string; customer: { id: string } };
  }>(
    ask,
    'initiatePayment',
    {
      amount: { amount: '119.00', currency: 'EUR' },
      dueOn: dayFromNow(14),
      lines: [{ name: 'Stuhl, Eiche geölt', quantity: '1', unitPrice: '100.00', taxCase: 'DE_19' }],
      supply: { from: dayFromNow(0), to: dayFromNow(0) },
      ...input,
    },
    'case { id number customer { id } }',
  );
  return { id: started.id, number: started.number, customerId: started.customer.id };
};

interface Standing {
  readonly currentStep: string | null;
  readonly stop: string | null;
}

const standingOf = async (ask: Ask, { id }: Claim): Promise<Standing> => {
  const { paymentCase } = await ask<{
    paymentCase: {
      currentStep: string | null;
      workTrack: readonly { state: string; stoppedBecause: { code: string } | null }[];
    };
  }>(
    'query ($id: ID!) { paymentCase(id: $id) { currentStep workTrack { state stoppedBecause { code } } } }',
    { id },
  );
  const open = paymentCase.workTrack.find(({ state }) => state === 'OPEN');
  return { currentStep: paymentCase.currentStep, stop: open?.stoppedBecause?.code ?? null };
};

/** Waits until the machine has brought the case to this step, and has stopped there if it is to stop. */
export const untilStep = (
  ask: Ask,
  claim: Claim,
  currentStep: string,
  stop: string | null = null,
): Promise<void> =>
  vi.waitFor(async () => expect(await standingOf(ask, claim)).toEqual({ currentStep, stop }), {
    timeout: 20_000,
    interval: 100,
  });

/** A new customer's case, whose record the owner has confirmed: it waits for money at step 6. */
export const startConfirmedClaim = async (
  ask: Ask,
  input: Readonly<Record<string, unknown>>,
): Promise<Claim> => {
  const claim = await startClaim(ask, input);
  await untilStep(ask, claim, 'SAVE_CUSTOMER_RECORD', 'CONFIRMATION_REQUIRED');
  await command(ask, 'confirmCustomerRecord', { caseId: claim.id, version: 1 }, 'case { id }');
  await untilStep(ask, claim, 'CONFIRM_AMOUNT');
  return claim;
};

/** Vouches for a transfer as seen on the bank account; step 6 then stops for a person. */
export const registerTransfer = async (ask: Ask, { id }: Claim, amount: string): Promise<void> => {
  await command(
    ask,
    'registerReceipt',
    {
      caseId: id,
      amount: { amount, currency: 'EUR' },
      kind: 'BANK_TRANSFER',
      reference: 'Kontoauszug 11',
      valueOn: dayFromNow(0),
    },
    'case { id }',
  );
};
