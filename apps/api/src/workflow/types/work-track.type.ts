import { assessOpenStep } from '@zahlwerk/domain/workflow/advance';
import type { PaymentCase, StepRun } from '@zahlwerk/domain/workflow/payment-case';
import { isRefusalCode, refusalText } from '@zahlwerk/domain/workflow/refusal';
import { ActorType } from '../../graphql/actor.type.ts';
import { builder } from '../../graphql/builder.ts';
import { StepEnum } from '../../graphql/step.type.ts';
import { StepPolicyEnum, StepStateEnum, WaitingForEnum } from './enums.ts';

/** A run together with its case, because what it waits for is derived from the whole. */
export interface RunOfCase {
  readonly run: StepRun;
  readonly state: PaymentCase;
}

export const StopReasonType = builder
  .objectRef<{ code: string; detail: string | null }>('StopReason')
  .implement({
    description: 'Why automatic running has stopped at a step.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Stable code of the reason.' }),
      detail: t.exposeString('detail', {
        nullable: true,
        description: 'What exactly, in codes and amounts.',
      }),
      message: t.string({
        description: "One sentence in the caller's language.",
        resolve: ({ code, detail }, _args, { language }) =>
          isRefusalCode(code) ? refusalText({ code, ...(detail ? { detail } : {}) }, language) : code,
      }),
    }),
  });

const waitingFor = ({ run, state }: RunOfCase) => {
  if (run.state !== 'OPEN') return null;
  const assessment = assessOpenStep(state);
  if (assessment?.kind === 'WAIT') return assessment.for;
  return assessment?.kind === 'STOP' ? 'PERSON' : null;
};

export const WorkStepType = builder.objectRef<RunOfCase>('WorkStep').implement({
  description: 'One run of one step. Older runs and their evidence stay.',
  fields: (t) => ({
    step: t.field({ type: StepEnum, description: 'Which step.', resolve: ({ run }) => run.step }),
    run: t.int({ description: 'Number of the run, from 1.', resolve: ({ run }) => run.run }),
    state: t.field({
      type: StepStateEnum,
      description: 'Where the run stands.',
      resolve: ({ run }) => run.state,
    }),
    openedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was opened.',
      resolve: ({ run }) => run.openedAt,
    }),
    doneAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was done or skipped.',
      resolve: ({ run }) => run.doneAt,
    }),
    doneBy: t.field({
      type: ActorType,
      nullable: true,
      description: 'Who did it.',
      resolve: ({ run }) => run.doneBy,
    }),
    policy: t.field({
      type: StepPolicyEnum,
      description: "How the case's version of the workflow has this step done.",
      resolve: ({ run, state }) => state.definition.policies[run.step],
    }),
    waitingFor: t.field({
      type: WaitingForEnum,
      nullable: true,
      description: 'Whose move the open step awaits; null for runs that are not open or are just being done.',
      resolve: waitingFor,
    }),
    stoppedBecause: t.field({
      type: StopReasonType,
      nullable: true,
      description:
        'Why automatic running has stopped here; null where the workflow has the step done by hand.',
      resolve: ({ run }) => (run.stop?.code === 'POLICY_MANUAL' ? null : run.stop),
    }),
  }),
});
