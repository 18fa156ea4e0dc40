import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { builder } from '../graphql/builder.ts';
import { NotAllowed } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { askForAccount, type KnownAccount, refuseKeyByMode, registerForEvents } from './connect-provider.ts';
import { PaymentProviderEnum, ProviderAccountNode } from './provider-account.type.ts';
import { type OrganizationEnv, writeOrganization } from './write-organization.ts';

const Input = builder.inputType('ConnectProviderInput', {
  description: "The key of the business's account at a payment provider.",
  fields: (t) => ({
    provider: t.field({ type: PaymentProviderEnum, description: 'Which provider.' }),
    secretKey: t.string({
      description: 'Secret or restricted key; it is kept encrypted and never shown again.',
    }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; accountId: string; replayed: boolean }>('ConnectProviderSuccess')
  .implement({
    description: 'The account is connected.',
    fields: (t) => ({
      providerAccount: t.prismaField({
        type: ProviderAccountNode,
        description: 'The account.',
        resolve: (query, { organizationId, accountId }, _args, { db }) =>
          db.providerAccount.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId, id: accountId } },
          }),
      }),
      replayed: t.exposeBoolean('replayed', { description: 'Whether the key had been used before.' }),
    }),
  });

const find = (tx: TenantTransaction, organizationId: string, { externalId, liveMode }: KnownAccount) =>
  tx.providerAccount.findFirst({ where: { organizationId, provider: 'STRIPE', externalId, liveMode } });

const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';

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
      data: { organizationId, id, provider: 'STRIPE', ...account, ...data, createdAt: now },
    });
  return known?.id ?? id;
};

builder.mutationField('connectProvider', (t) =>
  t.withAuth({ member: true, permission: 'organization:write' }).field({
    type: Success,
    description:
      'Connects the account at a payment provider. The demo accepts test keys only, production live keys only.',
    errors: { types: [NotAllowed] },
    args: { input: t.arg({ type: Input, description: 'Provider and key.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const idempotency = keyed(input);
      const secretKey = input.secretKey.trim();
      refuseKeyByMode(secretKey, ports.env.mode === 'demo' ? 'DEMO' : 'PRODUCTION');
      // Foreign calls come before the transaction; a repetition finds the account and registers nothing twice.
      const account = await askForAccount(ports, secretKey);
      const known = await withTenant(ports.db, organizationId, (tx) => find(tx, organizationId, account));
      const id = known?.id ?? ports.newId();
      const signing = known?.webhookSecret ? null : await registerForEvents(ports, id, secretKey);
      const secrets: Secrets = {
        credential: ports.box.seal(secretKey),
        ...(signing ? { webhookSecret: ports.box.seal(signing) } : {}),
      };
      const writing = { organizationId, actor, operation: 'connectProvider', idempotency };
      const { outcomeId, replayed } = await writeOrganization(ctx, writing, async (env) => {
        const accountId = await save(env, id, account, secrets);
        const data = { provider: 'STRIPE', liveMode: account.liveMode };
        return {
          outcomeId: accountId,
          events: [{ stream: 'provider_account', streamId: accountId, type: 'provider.connected', data }],
        };
      }).catch((error: unknown) => {
        // One account at the provider belongs to one business, also across businesses.
        throw isTaken(error) ? new NotAllowed('ALREADY_CONNECTED', ['input', 'secretKey']) : error;
      });
      return { organizationId, accountId: outcomeId, replayed };
    },
  }),
);
