import Stripe from 'stripe';
import { createOnce } from './create-once.ts';
import { isUnknownObject } from './unknown-object.ts';

/** Where readers stand: the provider wants to know, and decides by it which cards and which rules apply. */
export interface Place {
  readonly organizationId: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/** The business's place at the provider: the one that this desk has made before, else a new one of its address. */
const placeAt = async (stripe: Stripe, place: Place): Promise<string> => {
  const { organizationId, name, street, postalCode, city, country } = place;
  for await (const location of stripe.terminal.locations.list({ limit: 100 }))
    if (location.metadata.organizationId === organizationId) return location.id;
  const address = { line1: street, postal_code: postalCode, city, country };
  const made = await createOnce(`terminal-location:${organizationId}`, (once) =>
    stripe.terminal.locations.create({ display_name: name, address, metadata: { organizationId } }, once),
  );
  return made.id;
};

export interface NewReader {
  readonly label: string;
  readonly registrationCode: string;
  readonly idempotencyKey: string;
}

/** Registers a reader at the business's place; null where the provider knows no reader with this code. */
export const registerAtProvider = async (
  stripe: Stripe,
  place: Place,
  { label, registrationCode, idempotencyKey }: NewReader,
): Promise<Stripe.Terminal.Reader | null> => {
  const location = await placeAt(stripe, place);
  const metadata = { organizationId: place.organizationId };
  try {
    return await stripe.terminal.readers.create(
      { registration_code: registrationCode, label, location, metadata },
      { idempotencyKey },
    );
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.param !== 'location') return null;
    throw error;
  }
};

/** Takes a reader off the account. Being gone already is fine. */
export const removeAtProvider = async (stripe: Stripe, providerRef: string): Promise<void> => {
  await stripe.terminal.readers.del(providerRef).catch((error: unknown) => {
    if (!isUnknownObject(error)) throw error;
  });
};

/** People look at it and wait: no answer for long is an answer too. */
const PATIENCE = { timeout: 5_000, maxNetworkRetries: 0 };

/** Which readers of an account are switched on and connected, by the provider's id. */
export const askForReaders = async (stripe: Stripe): Promise<ReadonlyMap<string, 'ONLINE' | 'OFFLINE'>> => {
  const found = new Map<string, 'ONLINE' | 'OFFLINE'>();
  for await (const { id, status } of stripe.terminal.readers.list({ limit: 100 }, PATIENCE))
    found.set(id, status === 'online' ? 'ONLINE' : 'OFFLINE');
  return found;
};
