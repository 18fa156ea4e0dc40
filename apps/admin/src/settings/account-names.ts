export interface AccountNames {
  readonly id: string;
  readonly number: string;
  readonly nameDe: string;
  readonly nameEn: string;
}

const FIELDS = ['number', 'nameDe', 'nameEn'] as const;

/**
 * What somebody has typed, on top of what somebody else has saved meanwhile: a field that was not touched shows the newest,
 * one that was touched keeps what was typed.
 */
export const keepTyped = (
  opened: readonly AccountNames[],
  typed: readonly AccountNames[],
  newest: readonly AccountNames[],
): readonly AccountNames[] =>
  newest.map((account) => {
    const before = opened.find(({ id }) => id === account.id);
    const now = typed.find(({ id }) => id === account.id);
    if (!before || !now) return account;
    const touched = FIELDS.filter((field) => now[field] !== before[field]);
    return { ...account, ...Object.fromEntries(touched.map((field) => [field, now[field]])) };
  });
