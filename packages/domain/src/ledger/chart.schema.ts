import { z } from 'zod';
import { requiredLine } from '../customers/safe-text.schema.ts';

/** As DATEV takes them: digits only, four to eight. */
const ACCOUNT_NUMBER = /^[0-9]{4,8}$/;

/** How an account is called. Errors are codes at their field. */
export const accountNamesSchema = z.strictObject({
  number: z.string().trim().regex(ACCOUNT_NUMBER, { error: 'ACCOUNT_NUMBER_MALFORMED' }),
  nameDe: requiredLine(60),
  nameEn: requiredLine(60),
});
