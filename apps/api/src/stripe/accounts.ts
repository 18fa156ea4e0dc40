import type { Database } from '@zahlwerk/db/client';
import type { ProviderAccount } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import type Stripe from 'stripe';
import { createStripe } from './stripe.client.ts';

/** Opens the businesses' accounts at Stripe with the key that each business has connected. */
export interface StripeAccounts {
  readonly open: (organizationId: string, providerAccountId: string) => Promise<OpenAccount>;
  /** With its row at hand. */
  readonly openRow: (row: AccountRow) => OpenAccount;
  readonly forAttempt: (organizationId: string, attemptId: string) => Promise<Stripe>;
}

export type AccountRow = Pick<
  ProviderAccount,
  'id' | 'externalId' | 'liveMode' | 'credential' | 'disabledAt'
>;

export interface OpenAccount {
  readonly stripe: Stripe;
  readonly externalId: string;
  readonly liveMode: boolean;
}

/** The business has not connected a payment provider, or has disconnected it. */
export class ProviderNotConnected extends Error {}

export interface StripeAccountsSettings {
  readonly database: Database;
  readonly decrypt: (sealed: Uint8Array) => string;
  /** Only in demo mode: where the local stand-in listens. */
  readonly apiBase: string | null;
}

/** The same accounts for one piece of work, each looked up once: an event asks for its account, whose row is at hand, several times. */
export const openingOnce = ({ open, ...accounts }: StripeAccounts, row: AccountRow): StripeAccounts => {
  const opened = new Map([[row.id, Promise.resolve(accounts.openRow(row))]]);
  return {
    ...accounts,
    open: (organizationId, id) => {
      const known = opened.get(id) ?? open(organizationId, id);
      opened.set(id, known);
      return known;
    },
  };
};

export const createStripeAccounts = ({
  database,
  decrypt,
  apiBase,
}: StripeAccountsSettings): StripeAccounts => {
  const clients = new Map<string, { readonly secretKey: string; readonly stripe: Stripe }>();
  const clientFor = (id: string, secretKey: string): Stripe => {
    const known = clients.get(id);
    if (known?.secretKey === secretKey) return known.stripe;
    const stripe = createStripe({ secretKey, apiBase });
    clients.set(id, { secretKey, stripe });
    return stripe;
  };
  const openRow = ({ id, credential, disabledAt, externalId, liveMode }: AccountRow): OpenAccount => {
    if (!credential || disabledAt) throw new ProviderNotConnected();
    return { stripe: clientFor(id, decrypt(credential)), externalId, liveMode };
  };
  const open = async (organizationId: string, id: string): Promise<OpenAccount> => {
    const row = await withTenant(database, organizationId, (tx) =>
      tx.providerAccount.findUnique({ where: { organizationId_id: { organizationId, id } } }),
    );
    if (!row) throw new ProviderNotConnected();
    return openRow(row);
  };
  return {
    open,
    openRow,
    forAttempt: async (organizationId, attemptId) => {
      const attempt = await withTenant(database, organizationId, (tx) =>
        tx.paymentAttempt.findUniqueOrThrow({
          where: { organizationId_id: { organizationId, id: attemptId } },
        }),
      );
      return (await open(organizationId, attempt.providerAccountId)).stripe;
    },
  };
};
