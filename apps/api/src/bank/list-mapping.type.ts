import type { CsvDay, CsvMapping } from '@zahlwerk/bank-statements/csv/csv-mapping';
import { type CsvColumn, type CsvPreview, previewCsv } from '@zahlwerk/bank-statements/csv/preview-csv';
import { builder } from '../graphql/builder.ts';
import { NotFound } from '../graphql/errors.ts';
import { decodeId } from '../graphql/ids.ts';

const DELIMITERS = { SEMICOLON: ';', COMMA: ',' } as const satisfies Record<string, CsvMapping['delimiter']>;
const DECIMALS = { COMMA: ',', POINT: '.' } as const satisfies Record<string, CsvMapping['decimal']>;
const DAYS = {
  DAY_MONTH_YEAR: 'DD.MM.YYYY',
  DAY_MONTH_SHORT_YEAR: 'DD.MM.YY',
  ISO: 'YYYY-MM-DD',
} as const satisfies Record<string, CsvDay>;

export const ListDelimiterEnum = builder.enumType('ListDelimiter', {
  description: 'What stands between the cells of a list.',
  values: {
    SEMICOLON: { value: DELIMITERS.SEMICOLON, description: 'A semicolon.' },
    COMMA: { value: DELIMITERS.COMMA, description: 'A comma.' },
  },
});

export const ListDecimalEnum = builder.enumType('ListDecimal', {
  description: 'What stands before the cents of an amount.',
  values: {
    COMMA: { value: DECIMALS.COMMA, description: 'A comma: 1.119,00.' },
    POINT: { value: DECIMALS.POINT, description: 'A point: 1,119.00.' },
  },
});

export const ListDayEnum = builder.enumType('ListDay', {
  description: 'How days are written.',
  values: {
    DAY_MONTH_YEAR: { value: DAYS.DAY_MONTH_YEAR, description: '23.11.2026.' },
    DAY_MONTH_SHORT_YEAR: { value: DAYS.DAY_MONTH_SHORT_YEAR, description: '23.11.26.' },
    ISO: { value: DAYS.ISO, description: '2026-11-23.' },
  },
});

const ColumnType = builder.objectRef<CsvColumn>('ListColumn').implement({
  description: 'A column of a list.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in the head.' }),
    samples: t.exposeStringList('samples', { description: 'What stands in it on the first lines.' }),
  }),
});

const PreviewType = builder.objectRef<CsvPreview>('StatementListPreview').implement({
  description: 'The first lines of a list of an unknown bank, with what its columns seem to say.',
  fields: (t) => ({
    delimiter: t.expose('delimiter', { type: ListDelimiterEnum, description: 'Between its cells.' }),
    columns: t.expose('columns', { type: [ColumnType], description: 'Its columns, from the left.' }),
    day: t.expose('day', { type: ListDayEnum, nullable: true, description: 'How days seem to be written.' }),
    decimal: t.expose('decimal', {
      type: ListDecimalEnum,
      nullable: true,
      description: 'How amounts seem to be written.',
    }),
    bookedOn: t.exposeString('bookedOn', { nullable: true, description: 'Seems to be the day of booking.' }),
    valueOn: t.exposeString('valueOn', { nullable: true, description: 'Seems to be the value date.' }),
    amount: t.exposeString('amount', { nullable: true, description: 'Seems to be the amount.' }),
    counterparty: t.exposeString('counterparty', {
      nullable: true,
      description: 'Seems to name the other side.',
    }),
    iban: t.exposeString('iban', {
      nullable: true,
      description: 'Seems to be the account of the other side.',
    }),
    remittance: t.exposeString('remittance', {
      nullable: true,
      description: 'Seems to be what the payer wrote.',
    }),
  }),
});

builder.queryField('statementListPreview', (t) =>
  t.withAuth({ permission: 'bank:import' }).field({
    type: PreviewType,
    nullable: true,
    description:
      'Looks into an uploaded list whose bank is not known; null where no line of it names columns.',
    args: { documentId: t.arg.id({ description: 'The uploaded file (POST /api/bank-statements).' }) },
    resolve: async (_root, { documentId }, { db, organizationId }) => {
      const id = decodeId('Document', documentId, ['documentId']);
      const document = await db.document.findUnique({
        where: { organizationId_id: { organizationId, id } },
        select: { bytes: true, mediaType: true },
      });
      if (!document) throw new NotFound('Document', ['documentId']);
      return document.mediaType === 'text/csv' ? previewCsv(document.bytes) : null;
    },
  }),
);
