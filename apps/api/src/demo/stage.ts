import type { Customer, LinkPurpose, Task, TaskKind } from '@zahlwerk/db/generated/client';
import { type BusinessTime, businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { type Actor, SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { CommandInputs, CommandName } from '@zahlwerk/domain/workflow/decide';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { findReplay, storeOutcome } from '../graphql/idempotency.ts';
import type { Ports } from '../ports.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { type Business, keyOf } from './business.ts';
import type { Clock } from './clock.ts';
import type { InlineJobs } from './inline-jobs.ts';
import type { Sandbox } from './sandbox.ts';

/** Where the story is played: the house itself, its people, its clock, and the provider's stand-in if there is one. */
export interface Stage {
  readonly ports: Ports;
  readonly jobs: InlineJobs;
  readonly business: Business;
  readonly clock: Clock;
  readonly sandbox: Sandbox | null;
}

/** One beat of the story of one case. `name` is unique in the story and is the key of what is done. */
export interface Scene {
  readonly stage: Stage;
  readonly name: string;
  readonly caseId: string;
}

/** Somebody of the desk; anything else (customer, provider) has no name. */
export type Hand = 'OWNER' | 'TEAM_LEAD' | 'CLERK';

/** What happens in a scene. Played again after an interruption it leaves nothing twice. */
export type Act = (scene: Scene) => Promise<unknown>;

/** Asks the case for something, once however often it is asked. */
export const ask = <Name extends CommandName>(
  { stage, name, caseId }: Scene,
  actor: Actor,
  command: Name,
  input: CommandInputs[Name],
) =>
  transition(workshopOf(stage.ports), {
    organizationId: stage.business.organizationId,
    actor,
    caseId,
    command: { name: command, input },
    expectedVersion: null,
    idempotency: keyOf(name),
  });

export const readCase = async ({ stage, caseId }: Scene): Promise<PaymentCase> => {
  const { organizationId } = stage.business;
  const cases = await withTenant(stage.ports.db, organizationId, (tx) =>
    loadCases(tx, organizationId, [caseId]),
  );
  const state = cases.get(caseId);
  if (!state) throw new Error(`The story has lost case ${caseId}.`);
  return state;
};

export const customerOf = ({ stage, caseId }: Scene): Promise<Customer> => {
  const { organizationId } = stage.business;
  return withTenant(stage.ports.db, organizationId, (tx) =>
    tx.customer.findFirstOrThrow({ where: { organizationId, paymentCases: { some: { id: caseId } } } }),
  );
};

export const openTaskOf = ({ stage, caseId }: Scene, kind: TaskKind): Promise<Task | null> => {
  const { organizationId } = stage.business;
  const where = { organizationId, caseId, kind, state: 'OPEN' } as const;
  return withTenant(stage.ports.db, organizationId, (tx) => tx.task.findFirst({ where }));
};

export const timeOf = ({ ports, business: { organizationId } }: Stage): Promise<BusinessTime> =>
  withTenant(ports.db, organizationId, (tx) => businessTime(tx, organizationId));

/** The newest link of a kind that the case's customer has been sent. */
export const linkOf = ({ stage, caseId }: Scene, purpose: LinkPurpose): Promise<string> => {
  const { organizationId } = stage.business;
  return withTenant(stage.ports.db, organizationId, async (tx) => {
    const where = { organizationId, caseId, purpose };
    return (await tx.accessLink.findFirstOrThrow({ where, orderBy: { createdAt: 'desc' } })).id;
  });
};

/** The business's account at its payment provider. */
export const accountAt = ({ ports, business: { organizationId } }: Stage) =>
  withTenant(ports.db, organizationId, (tx) =>
    tx.providerAccount.findFirstOrThrow({ where: { organizationId, disabledAt: null } }),
  );

/** Remembers that something that is no command of a case has been done. */
export const noteDone = ({ ports, business: { organizationId } }: Stage, name: string): Promise<void> =>
  withTenant(ports.db, organizationId, async (tx) => {
    const keyed = { organizationId, actor: SYSTEM, idempotency: keyOf(name) };
    if (await findReplay(tx, keyed, 'demo')) return;
    await storeOutcome(tx, keyed, 'demo', organizationId);
  });
