import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { NotAllowed } from '../graphql/errors.ts';
import type { Keyed } from '../graphql/idempotency.ts';
import { isTaken } from '../graphql/is-taken.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { askForAccount, type KnownAccount, refuseKeyByMode, registerForEvents } from './connect-provider.ts';
import { type Desk, type OrganizationEnv, writeOrganization } from './write-organization.ts';

const find = (tx: TenantTransaction, organizationId: string, { externalId, liveMode }: KnownAccount) =>
  tx.providerAccount.findFirst({ where: { organizationId, provider: 'STRIPE', externalId, liveMode } });

interface Secrets {
  readonly credential: Uint8Array<ArrayBuffer>;
  readonly webhookSecret?: Uint8Array<ArrayBuffer>;
}

/** An account that is connected again gets its new key; its id, and so everything that refers to it, stays. */
const save = async (
  { tx, organization, now }: OrganizationEnv,
  id: string,
  account: KnownAccount,
  secrets: Secrets,
): Promise<string> => {
  const organizationId = organization.id;
  const known = await find(tx, organizationId, account);
  const where = { organizationId_id: { organizationId, id: known?.id ?? id } };
  const data = { ...secrets, displayName: account.displayName, disabledAt: null };
  if (known) await tx.providerAccount.update({ where, data });
  else
    await tx.providerAccount.create({
      data: {
        organizationId,
        id,
        provider: 'STRIPE',
        ...account,
        ...data,
        createdAt: now,
        sweepAt: now,
        reconcileAt: now,
      },
    });
  return known?.id ?? id;
};

export interface Connecting extends Keyed {
  readonly secretKey: string;
}

/**
 * Connects the account that a key belongs to. Foreign calls come before the transaction; a repetition finds the account
 * and registers nothing twice. Throws `ValidationFailed` for a key that the provider refuses, `NotAllowed` for a key of
 * the wrong mode or of an account that another business has connected.
 */
export const connectAccount = async (
  desk: Desk,
  { secretKey, ...asking }: Connecting,
): Promise<{ readonly accountId: string; readonly replayed: boolean }> => {
  const { ports } = desk;
  const { organizationId } = asking;
  refuseKeyByMode(secretKey, ports.env.mode === 'demo' ? 'DEMO' : 'PRODUCTION');
  const account = await askForAccount(ports, secretKey);
  const known = await withTenant(ports.db, organizationId, (tx) => find(tx, organizationId, account));
  const id = known?.id ?? ports.newId();
  const signing = known?.webhookSecret ? null : await registerForEvents(ports, id, secretKey);
  const secrets: Secrets = {
    credential: ports.box.seal(secretKey),
    ...(signing ? { webhookSecret: ports.box.seal(signing) } : {}),
  };
  const writing = { ...asking, operation: 'connectProvider' };
  const { outcomeId, replayed } = await writeOrganization(desk, writing, async (env) => {
    const accountId = await save(env, id, account, secrets);
    if (env.organization.payoutMode === 'MANUAL')
      await workshopOf(ports).enqueue(env.tx, organizationId, [{ job: 'set-payout-schedule' }]);
    const data = { provider: 'STRIPE', liveMode: account.liveMode };
    return {
      outcomeId: accountId,
      events: [{ stream: 'provider_account', streamId: accountId, type: 'provider.connected', data }],
    };
  }).catch((error: unknown) => {
    // One account at the provider belongs to one business, also across businesses.
    throw isTaken(error) ? new NotAllowed('ALREADY_CONNECTED', ['input', 'secretKey']) : error;
  });
  return { accountId: outcomeId, replayed };
};
