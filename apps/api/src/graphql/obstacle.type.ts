import { builder } from './builder.ts';
import { errorText } from './error-text.ts';
import type { NotAllowedCode } from './errors.ts';

/** Why something cannot be done now, and the names of those who could instead. */
export interface Obstacle {
  readonly code: NotAllowedCode;
  readonly unblockedBy: string | null;
}

export const ObstacleType = builder.objectRef<Obstacle>('Obstacle').implement({
  description: 'Why the caller cannot do something now, and who could.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code of the reason.' }),
    reason: t.string({
      description: "One sentence in the caller's language.",
      resolve: ({ code }, _args, { language }) => errorText(code, language),
    }),
    unblockedBy: t.exposeString('unblockedBy', {
      nullable: true,
      description: 'Names of members who could.',
    }),
  }),
});
