import type { CustomerData } from '../customer-data.ts';
import { missingFields, type RequirableField } from '../required-fields.ts';
import { type MachineCheck, outcomesOf } from './machine-check.ts';

const { passed, failed } = outcomesOf('required-fields', 'RECORD');

/** Whether everything is there that the case's workflow version asks for; the evidence lists what is not. */
export const checkRequiredFields = (
  data: CustomerData,
  required: readonly RequirableField[],
): MachineCheck => {
  const missing = missingFields(data, required);
  return missing.length === 0
    ? passed()
    : failed('REQUIRED_FIELDS_MISSING', missing.map(({ field }) => field).join(', '));
};
