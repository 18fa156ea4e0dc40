import { Checkbox, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { COUNTRY_CODES, countryName } from '@zahlwerk/domain/customers/country';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormattedInput } from '../form/formatted-input.tsx';
import { PhoneInput } from '../form/phone-input.tsx';
import { formatIban, formatVatId } from '../format/format-while-typing.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './customer-fields.module.css';
import type { CustomerField, CustomerFormValues } from './customer-form.ts';

interface CustomerFieldsProps {
  readonly form: UseFormReturnType<CustomerFormValues>;
  /** Prefix of the input ids, so that an error summary can lead to each field. */
  readonly idPrefix: string;
}

export const customerInputId = (prefix: string, field: CustomerField): string => `${prefix}-${field}`;

/** All fields of a customer record; company and person each see their own. */
export const CustomerFields = ({ form, idPrefix }: CustomerFieldsProps) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const kindLabel = useId();
  const countries = useMemo(
    () =>
      COUNTRY_CODES.map((code) => ({ value: code as string, label: countryName(code, locale) })).sort(
        (a, b) => a.label.localeCompare(b.label, locale),
      ),
    [locale],
  );
  const field = (name: CustomerField) => ({
    id: customerInputId(idPrefix, name),
    label: t(`customerField.${name}`),
    error: form.errors[name],
  });
  const text = (name: Exclude<CustomerField, 'kind' | 'language' | 'wantsSms'>) => ({
    ...field(name),
    value: form.values[name],
    onChange: (value: string) => form.setFieldValue(name, value),
  });
  const plain = (name: Exclude<CustomerField, 'kind' | 'language' | 'wantsSms'>) => {
    const props = text(name);
    return {
      ...props,
      onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
        props.onChange(currentTarget.value),
    };
  };
  return (
    <div className={classes.fields}>
      <div>
        <span id={kindLabel} className="sr-only">
          {t('customerField.kind')}
        </span>
        <SegmentedControl
          aria-labelledby={kindLabel}
          size="sm"
          value={form.values.kind}
          onChange={(kind) => form.setFieldValue('kind', kind === 'COMPANY' ? 'COMPANY' : 'PERSON')}
          data={[
            { value: 'PERSON', label: t('customerKind.PERSON') },
            { value: 'COMPANY', label: t('customerKind.COMPANY') },
          ]}
        />
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {form.values.kind === 'COMPANY' ? (
          <>
            <TextInput {...plain('company')} autoComplete="off" />
            <TextInput {...plain('contact')} autoComplete="off" />
          </>
        ) : (
          <>
            <TextInput {...plain('givenName')} autoComplete="off" />
            <TextInput {...plain('familyName')} autoComplete="off" />
          </>
        )}
        <TextInput {...plain('email')} type="email" autoComplete="off" />
        <PhoneInput {...text('phone')} country={form.values.country} />
      </SimpleGrid>
      <TextInput {...plain('street')} autoComplete="off" />
      <div className={classes.place}>
        <TextInput {...plain('postalCode')} autoComplete="off" />
        <TextInput {...plain('city')} autoComplete="off" />
        <Select
          {...field('country')}
          data={countries}
          searchable
          value={form.values.country || null}
          onChange={(country) => form.setFieldValue('country', country ?? '')}
        />
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {form.values.kind === 'COMPANY' ? (
          <FormattedInput {...text('vatId')} format={formatVatId} autoComplete="off" />
        ) : null}
        <TextInput {...plain('taxNumber')} autoComplete="off" />
        <FormattedInput {...text('iban')} format={formatIban} autoComplete="off" />
        <Select
          {...field('language')}
          allowDeselect={false}
          data={[
            { value: 'de', label: t('frame.languageGerman') },
            { value: 'en', label: t('frame.languageEnglish') },
          ]}
          value={form.values.language}
          onChange={(language) => form.setFieldValue('language', language === 'en' ? 'en' : 'de')}
        />
      </SimpleGrid>
      <Checkbox
        label={t('customerField.wantsSms')}
        checked={form.values.wantsSms}
        onChange={({ currentTarget }) => form.setFieldValue('wantsSms', currentTarget.checked)}
      />
    </div>
  );
};
