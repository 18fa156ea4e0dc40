import { canonicalJson, sha256 } from '@zahlwerk/db/canonical-json';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { readerSchema } from '@zahlwerk/domain/readers/reader.schema';
import type Stripe from 'stripe';
import { NotAllowed, ValidationFailed } from '../graphql/errors.ts';
import { isKeyUsed, type Keyed } from '../graphql/idempotency.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { accountInUse } from '../organizations/account-in-use.ts';
import { type Desk, type OrganizationEnv, writeOrganization } from '../organizations/write-organization.ts';
import { ProviderNotConnected } from '../stripe/accounts.ts';
import { type Place, registerAtProvider } from '../stripe/readers.ts';

export interface Registering extends Keyed {
  readonly said: { readonly registrationCode: string; readonly label: string };
}

/** Where the readers of the business stand. Throws `NotAllowed` while its address is not complete. */
const placeOf = async (tx: TenantTransaction, organizationId: string): Promise<Place> => {
  const { name, street, postalCode, city, country } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
  });
  if (!street || !postalCode || !city) throw new NotAllowed('ADDRESS_INCOMPLETE');
  return { organizationId, name, street, postalCode, city, country };
};

/** The caller's key is the provider's too: after a lost answer the same call finds the reader that it has registered. */
const providerKeyOf = ({ organizationId, actor, idempotency }: Registering): string => {
  const hash = idempotency ? [idempotency.key, Buffer.from(idempotency.requestHash).toString('hex')] : [];
  return `reader-${Buffer.from(sha256(canonicalJson([organizationId, actor, hash]))).toString('hex')}`;
};

/** A device that is registered once more is the same reader, under its new name. */
const save = async (
  { tx, organization: { id: organizationId }, now }: OrganizationEnv,
  { actor }: Registering,
  found: { readonly id: string; readonly providerAccountId: string; readonly label: string },
  device: Stripe.Terminal.Reader,
): Promise<string> => {
  const { label, providerAccountId } = found;
  const known = await tx.reader.findFirst({
    where: { organizationId, providerAccountId, providerRef: device.id },
  });
  if (known) {
    const where = { organizationId_id: { organizationId, id: known.id } };
    await tx.reader.update({ where, data: { label, removedAt: null } });
    return known.id;
  }
  await tx.reader.create({
    data: {
      ...{ organizationId, id: found.id, providerAccountId, providerRef: device.id, label },
      ...{ deviceType: device.device_type, serialNumber: device.serial_number },
      ...{ createdByKind: actor.kind, createdById: actor.id, createdAt: now },
    },
  });
  return found.id;
};

/**
 * Registers a reader by the code on its display. The provider is asked before the transaction; a repetition registers
 * nothing twice. Throws `ProviderNotConnected` where no account is connected, `ValidationFailed` for an unknown code.
 */
export const registerReader = async (
  desk: Desk,
  registering: Registering,
): Promise<{ readonly readerId: string; readonly replayed: boolean }> => {
  const { ports } = desk;
  const { organizationId, actor, idempotency } = registering;
  const { label, registrationCode } = parseInput(readerSchema, registering.said);
  const { account, place, isRepeated } = await withTenant(ports.db, organizationId, async (tx) => {
    const inUse = await accountInUse(tx, organizationId);
    if (!inUse) throw new ProviderNotConnected();
    const isKnown = await isKeyUsed(tx, registering);
    return { account: inUse, place: await placeOf(tx, organizationId), isRepeated: isKnown };
  });
  const register = async (): Promise<Stripe.Terminal.Reader> => {
    const { stripe } = await ports.stripe.open(organizationId, account.id);
    const asked = { label, registrationCode, idempotencyKey: providerKeyOf(registering) };
    const found = await registerAtProvider(stripe, place, asked);
    if (!found) throw new ValidationFailed([{ path: ['input', 'registrationCode'], code: 'READER_UNKNOWN' }]);
    return found;
  };
  const device = isRepeated ? null : await register();
  const writing = { organizationId, actor, idempotency, operation: 'registerReader' };
  const { outcomeId, replayed } = await writeOrganization(desk, writing, async (env) => {
    // Whoever repeats a call is answered before this.
    if (!device) throw new Error('A key that is used once stays used.');
    const found = { id: ports.newId(), providerAccountId: account.id, label };
    const readerId = await save(env, registering, found, device);
    const data = { deviceType: device.device_type };
    return {
      outcomeId: readerId,
      events: [{ stream: 'reader', streamId: readerId, type: 'reader.registered', data }],
    };
  });
  return { readerId: outcomeId, replayed };
};
