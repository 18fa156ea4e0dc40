import type { CommandInputs, CommandName } from '@zahlwerk/domain/workflow/decide';
import type { TenantContext } from '../graphql/context.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { transition } from './transition.ts';
import { forgetCases } from './types/case-loader.ts';
import { workshopOf } from './workshop.ts';

/** What every command on a case comes with. */
export interface CaseCall {
  readonly caseId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

export interface CaseChanged {
  readonly caseId: string;
  readonly replayed: boolean;
}

/** The one call that a step's mutation makes: the command goes through `transition`, the answer reads today's data. */
export const runCommand = async <Name extends CommandName>(
  ctx: TenantContext,
  call: CaseCall,
  command: { readonly name: Name; readonly input: CommandInputs[Name] },
): Promise<CaseChanged> => {
  const { caseId, replayed } = await transition(workshopOf(ctx.ports), {
    organizationId: ctx.organizationId,
    actor: ctx.actor,
    caseId: decodeId('PaymentCase', call.caseId, ['input', 'caseId']),
    command,
    expectedVersion: call.expectedVersion ?? null,
    idempotency: keyed({ ...call }),
  });
  await ctx.reads.end();
  forgetCases(ctx);
  return { caseId, replayed };
};
