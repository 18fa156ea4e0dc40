import { countryName } from '@zahlwerk/domain/customers/country';
import { useTranslation } from 'react-i18next';
import type { CustomerRecordFragment } from '#gql/graphql';
import { formatIban } from '../format/format-while-typing.ts';
import { useFormat } from '../format/use-format.ts';
import type { DiffRow } from '../ui/diff-table.tsx';

const FIELDS = [
  'kind',
  'company',
  'givenName',
  'familyName',
  'contact',
  'street',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'vatId',
  'taxNumber',
  'iban',
  'language',
  'wantsSms',
] as const satisfies readonly (keyof CustomerRecordFragment)[];

type Field = (typeof FIELDS)[number];

/** Two versions of a customer record as rows to compare; fields that are empty in both are left out. */
export const useCustomerRows = (
  before: CustomerRecordFragment | null,
  after: CustomerRecordFragment,
): readonly DiffRow[] => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const text = (record: CustomerRecordFragment | null, field: Field): string | null => {
    if (!record) return null;
    if (field === 'kind') return t(`customerKind.${record.kind}`);
    if (field === 'language')
      return record.language === 'de' ? t('frame.languageGerman') : t('frame.languageEnglish');
    if (field === 'wantsSms') return record.wantsSms ? t('common.yes') : t('common.no');
    const value = record[field];
    if (!value) return null;
    if (field === 'country') return countryName(value, locale);
    return field === 'iban' ? formatIban(value) : value;
  };
  return FIELDS.map((field) => ({
    label: t(`customerField.${field}`),
    before: text(before, field),
    after: text(after, field),
  })).filter((row) => row.before !== null || row.after !== null);
};
