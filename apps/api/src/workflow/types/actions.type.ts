import { type ActionAnswer, actionsFor } from '@zahlwerk/domain/workflow/actions';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { Refusal } from '@zahlwerk/domain/workflow/refusal';
import { refusalText } from '@zahlwerk/domain/workflow/refusal';
import { WARNING_TEXT, type WarningCode } from '@zahlwerk/domain/workflow/warning';
import { builder } from '../../graphql/builder.ts';
import type { ApiContext } from '../../graphql/context.ts';
import { StepEnum } from '../../graphql/step.type.ts';
import { todayOf } from '../../graphql/today.ts';
import { caseOf } from './case-loader.ts';
import { CaseActionEnum } from './enums.ts';

const ActionWarningType = builder.objectRef<WarningCode>('ActionWarning').implement({
  description: 'What the caller should know before doing what is allowed.',
  fields: (t) => ({
    code: t.string({ description: 'Stable code of the reason.', resolve: (code) => code }),
    message: t.string({
      description: "One sentence in the caller's language.",
      resolve: (code, _args, { language }) => WARNING_TEXT[code][language],
    }),
  }),
});

export const AllowedActionType = builder.objectRef<ActionAnswer>('AllowedAction').implement({
  description: 'Something the caller may do with the case now.',
  fields: (t) => ({
    action: t.expose('action', { type: CaseActionEnum, description: 'Which action.' }),
    step: t.expose('step', {
      type: StepEnum,
      nullable: true,
      description: 'The step it belongs to; null for actions of the case.',
    }),
    warning: t.expose('warning', {
      type: ActionWarningType,
      nullable: true,
      description:
        'Set when doing it has a consequence that is hard to undo: nobody could sign the case off afterwards.',
    }),
  }),
});

export type BlockedAnswer = ActionAnswer & { readonly refusal: Refusal };

export const BlockedActionType = builder.objectRef<BlockedAnswer>('BlockedAction').implement({
  description: 'Something the caller may not do now, with the reason and who or what unblocks it.',
  fields: (t) => ({
    action: t.expose('action', { type: CaseActionEnum, description: 'Which action.' }),
    step: t.expose('step', {
      type: StepEnum,
      nullable: true,
      description: 'The step it belongs to; null for actions of the case.',
    }),
    code: t.string({ description: 'Stable code of the reason.', resolve: ({ refusal }) => refusal.code }),
    reason: t.string({
      description: "One sentence in the caller's language.",
      resolve: ({ refusal }, _args, { language }) => refusalText(refusal, language),
    }),
    unblockedBy: t.string({
      nullable: true,
      description: 'Names of members who could, or what is awaited.',
      resolve: ({ refusal }) => refusal.unblockedBy ?? null,
    }),
  }),
});

/** What the caller may do with a case today, and what not. */
export const answersOf = async (
  ctx: ApiContext,
  caseId: string,
  actor: Actor | null,
): Promise<readonly ActionAnswer[]> => {
  if (!actor) return [];
  const state = await caseOf(ctx, caseId);
  return actionsFor(state, actor, await todayOf(ctx, state.organization.id));
};
