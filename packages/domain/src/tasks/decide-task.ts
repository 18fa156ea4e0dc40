import type { Actor } from '../workflow/actor.ts';
import type { Env } from '../workflow/decision.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { type AssignTask, assignTask, refuseAssign } from './assign-task.ts';
import { type ClaimTask, claimTask, refuseClaim } from './claim-task.ts';
import { type FinishTask, finishTask, refuseFinish } from './finish-task.ts';
import type { TaskDesk } from './task-desk.ts';
import type { TaskOutcome } from './task-outcome.ts';

/** Everything that a person can ask of a task, whatever it is about. */
export interface TaskCommandInputs {
  readonly claimTask: ClaimTask;
  readonly assignTask: AssignTask;
  readonly finishTask: FinishTask;
}

export type TaskCommandName = keyof TaskCommandInputs;

type TaskRules = {
  readonly [Name in TaskCommandName]: (
    desk: TaskDesk,
    input: TaskCommandInputs[Name],
    env: Env,
  ) => TaskOutcome;
};

const RULES: TaskRules = { claimTask, assignTask, finishTask };

/** The one place where a command meets the rule of its task. */
export const decideTask = <Name extends TaskCommandName>(
  desk: TaskDesk,
  command: { readonly name: Name; readonly input: TaskCommandInputs[Name] },
  env: Env,
): TaskOutcome => RULES[command.name](desk, command.input, env);

export const TASK_ACTIONS = ['CLAIM', 'ASSIGN', 'FINISH'] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

const REFUSE: Readonly<Record<TaskAction, (desk: TaskDesk, actor: Actor) => Refusal | null>> = {
  CLAIM: refuseClaim,
  ASSIGN: refuseAssign,
  FINISH: refuseFinish,
};

export interface TaskActionAnswer {
  readonly action: TaskAction;
  readonly refusal: Refusal | null;
}

/** What this actor may do with the task now; for everything else, why not: by the refusals that the rules begin with. */
export const taskActionsFor = (desk: TaskDesk, actor: Actor): readonly TaskActionAnswer[] =>
  TASK_ACTIONS.map((action) => ({ action, refusal: REFUSE[action](desk, actor) }));
