/** Whether the database has refused a row because there is one like it: a unique constraint has the last word. */
export const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';
