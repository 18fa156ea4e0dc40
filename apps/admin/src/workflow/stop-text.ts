import type { CaseView } from './use-case.ts';

interface Stop {
  readonly message: string;
  readonly detail: string | null;
}

type Lists = Pick<CaseView, 'verification' | 'confirmation' | 'closing'>;

/** Why a step stands still; an item of the business's own is called by its words instead of its key. */
export const stopText = (
  { message, detail }: Stop,
  { verification, confirmation, closing }: Lists,
): string => {
  const own = [...verification, ...confirmation, ...closing].find(({ key }) => key === detail);
  return detail && own?.label ? message.replace(detail, () => own.label ?? detail) : message;
};
