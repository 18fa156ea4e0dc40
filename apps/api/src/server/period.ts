import { addYears } from '@zahlwerk/domain/workflow/calendar';
import { z } from 'zod';

/** Some days of which papers are asked for: at most a year, which is what a tax adviser asks for. */
export const periodSchema = z
  .object({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from >= '1980-01-01' && from <= until && until < addYears(from, 1));
