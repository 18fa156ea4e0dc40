import type { Database } from '@zahlwerk/db/client';
import { withTenant } from '@zahlwerk/db/tenant';
import type Stripe from 'stripe';
import { createStripe } from './stripe.client.ts';

/** Opens the businesses' accounts at Stripe with the key that each business has connected. */
export interface StripeAccounts {
  readonly open: (organizationId: string, providerAccountId: string) => Promise<OpenAccount>;
  readonly forAttempt: (organizationId: string, attemptId: string) => Promise<Stripe>;
}

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

/** The same accounts for one piece of work, each looked up once: an event asks for its account several times. */
export const openingOnce = ({ open, forAttempt }: StripeAccounts): StripeAccounts => {
  const opened = new Map<string, Promise<OpenAccount>>();
  return {
    open: (organizationId, id) => {
      const known = opened.get(id) ?? open(organizationId, id);
      opened.set(id, known);
      return known;
    },
    forAttempt,
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
  const open = async (organizationId: string, id: string): Promise<OpenAccount> => {
    const row = await withTenant(database, organizationId, (tx) =>
      tx.providerAccount.findUnique({ where: { organizationId_id: { organizationId, id } } }),
    );
    if (!row?.credential || row.disabledAt) throw new ProviderNotConnected();
    return {
      stripe: clientFor(id, decrypt(row.credential)),
      externalId: row.externalId,
      liveMode: row.liveMode,
    };
  };
  return {
    open,
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
