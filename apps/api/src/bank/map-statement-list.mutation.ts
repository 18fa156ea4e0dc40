import type { CsvMapping } from '@zahlwerk/bank-statements/csv/csv-mapping';
import { builder } from '../graphql/builder.ts';
import { ValidationFailed } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { homeCurrency } from '../organizations/home-currency.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import { ListDayEnum, ListDecimalEnum, ListDelimiterEnum } from './list-mapping.type.ts';

const Success = builder.objectRef<{ readonly replayed: boolean }>('MapStatementListSuccess').implement({
  description: 'Lists with these columns are read from now on.',
  fields: (t) => ({
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether the idempotency key had been used before.',
    }),
  }),
});

const MapStatementListInput = builder.inputType('MapStatementListInput', {
  description: 'Which column of a list says what, by the names in its head.',
  fields: (t) => ({
    delimiter: t.field({ type: ListDelimiterEnum, description: 'Between the cells.' }),
    decimal: t.field({ type: ListDecimalEnum, description: 'Before the cents.' }),
    day: t.field({ type: ListDayEnum, description: 'How days are written.' }),
    bookedOn: t.string({ description: 'Day of booking.' }),
    valueOn: t.string({ required: false, description: 'Value date; else the day of booking.' }),
    amount: t.string({ description: 'The amount with its sign.' }),
    counterparty: t.string({ required: false, description: 'Who stands on the other side.' }),
    iban: t.string({ required: false, description: 'Account of the other side.' }),
    remittance: t.string({ description: 'What the payer wrote.' }),
    endToEndId: t.string({ required: false, description: 'Reference that went with the order.' }),
    idempotencyKey: t.string({ description: 'Unique per call, 8 to 255 characters.' }),
  }),
});

type Input = typeof MapStatementListInput.$inferInput;

const LONGEST = 200;

/** The name of a column as it stands in a head: one line, and not a whole file. */
const column = (input: Input, field: 'bookedOn' | 'amount' | 'remittance'): string => {
  const name = input[field].trim();
  if (name === '') throw new ValidationFailed([{ path: ['input', field], code: 'REQUIRED' }]);
  return optional(input, field) ?? name;
};

const optional = (
  input: Input,
  field: Exclude<keyof Input, 'delimiter' | 'decimal' | 'day' | 'idempotencyKey'>,
): string | undefined => {
  const name = input[field]?.trim();
  if (name && (name.length > LONGEST || /[\r\n\0]/.test(name)))
    throw new ValidationFailed([{ path: ['input', field], code: 'TOO_LONG' }]);
  return name || undefined;
};

const given = <Key extends string>(key: Key, name: string | undefined) =>
  (name === undefined ? {} : { [key]: name }) as Partial<Record<Key, string>>;

const toMapping = (input: Input, currency: CsvMapping['currency']): CsvMapping => {
  const names = [optional(input, 'counterparty')].filter((name) => name !== undefined);
  return {
    ...{ name: 'own', delimiter: input.delimiter, decimal: input.decimal, days: [input.day], currency },
    columns: {
      ...{ bookedOn: column(input, 'bookedOn'), amount: column(input, 'amount') },
      ...given('valueOn', optional(input, 'valueOn')),
      name: { credit: names, debit: names },
      ...given('iban', optional(input, 'iban')),
      remittance: [column(input, 'remittance')],
      ...given('endToEndId', optional(input, 'endToEndId')),
    },
  };
};

builder.mutationField('mapStatementList', (t) =>
  t.withAuth({ permission: 'bank:import' }).field({
    type: Success,
    description:
      'Says how lists of the business’s own bank are read, if it is none of those that are known. Replaces what was said before.',
    errors: {},
    args: { input: t.arg({ type: MapStatementListInput, description: 'The columns.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor } = ctx;
      const writing = {
        organizationId,
        actor,
        operation: 'mapStatementList',
        idempotency: keyed({ ...input }),
      };
      const { replayed } = await writeOrganization(ctx, writing, async ({ tx }) => {
        const mapping = toMapping(input, await homeCurrency(tx, organizationId));
        await tx.organization.update({
          where: { id: organizationId },
          data: { listMapping: { ...mapping } as object },
        });
        return {
          outcomeId: organizationId,
          events: [
            { stream: 'organization', streamId: organizationId, type: 'organization.updated', data: {} },
          ],
        };
      });
      return { replayed };
    },
  }),
);
