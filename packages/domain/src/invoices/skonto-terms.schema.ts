import { z } from 'zod';

const within = (smallest: number, largest: number) =>
  z
    .int({ error: 'OUT_OF_RANGE' })
    .min(smallest, { error: 'OUT_OF_RANGE' })
    .max(largest, { error: 'OUT_OF_RANGE' });

/** Parses Skonto terms: more than nothing, less than everything, three months at most; messages are codes. */
export const skontoTermsSchema = z.strictObject({ basisPoints: within(1, 9_999), days: within(1, 90) });
