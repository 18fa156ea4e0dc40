import type { CustomerData } from '../customer-data.ts';
import type { RequirableField } from '../required-fields.ts';
import { checkDuplicates, type DuplicateCandidate } from './duplicates.ts';
import { checkEmail } from './email.ts';
import { checkIban } from './iban.ts';
import type { CheckKey, MachineCheck } from './machine-check.ts';
import { checkPhone } from './phone.ts';
import { checkPostalCode } from './postal-code.ts';
import { checkRequiredFields } from './required-fields.ts';
import { checkVatId } from './vat-id.ts';

export interface CheckContext {
  readonly required: readonly RequirableField[];
  readonly candidates: readonly DuplicateCandidate[];
}

const CHECKS = {
  'required-fields': (data, { required }) => checkRequiredFields(data, required),
  email: checkEmail,
  phone: checkPhone,
  'postal-code': checkPostalCode,
  iban: checkIban,
  'vat-id': checkVatId,
  duplicates: (data, { candidates }) => checkDuplicates(data, candidates),
} satisfies Record<CheckKey, (data: CustomerData, context: CheckContext) => MachineCheck>;

/** Runs every machine check of customer data, in reading order. */
export const checkCustomerData = (data: CustomerData, context: CheckContext): readonly MachineCheck[] =>
  Object.values(CHECKS).map((check) => check(data, context));
