import { z } from 'zod';
import { requiredLine } from '../customers/safe-text.schema.ts';

/** What the owner says about a new reader: its name at the desk, and the code that its display shows. */
export const readerSchema = z.strictObject({
  label: requiredLine(60),
  registrationCode: requiredLine(100),
});
