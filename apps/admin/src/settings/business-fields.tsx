import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { COUNTRY_CODES, countryName } from '@zahlwerk/domain/customers/country';
import { useTranslation } from 'react-i18next';
import { FormattedInput } from '../form/formatted-input.tsx';
import { formatIban, formatVatId } from '../format/format-while-typing.ts';
import { useFormat } from '../format/use-format.ts';
import type { BusinessField, BusinessValues } from './business-form.ts';

type TextField = Exclude<BusinessField, 'smallBusiness'>;

interface BusinessFieldsProps {
  readonly form: UseFormReturnType<BusinessValues>;
}

export const businessInputId = (field: BusinessField): string => `business-${field}`;

const useField = ({ form }: BusinessFieldsProps) => {
  const { t } = useTranslation();
  return (name: TextField) => ({
    id: businessInputId(name),
    label: t(`businessField.${name}`),
    error: form.errors[name],
    value: form.values[name],
  });
};

/** Name, address and tax numbers, as they stand on invoices. */
export const IdentityFields = ({ form }: BusinessFieldsProps) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const field = useField({ form });
  const text = (name: TextField) => ({
    ...field(name),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      form.setFieldValue(name, currentTarget.value),
  });
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput {...text('name')} autoComplete="organization" required withAsterisk={false} />
        <TextInput
          {...text('legalName')}
          description={t('businessField.legalNameHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </SimpleGrid>
      <TextInput {...text('street')} autoComplete="street-address" />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput {...text('postalCode')} autoComplete="postal-code" />
        <TextInput {...text('city')} autoComplete="address-level2" />
        <Select
          {...field('country')}
          searchable
          allowDeselect={false}
          data={COUNTRY_CODES.map((code) => ({ value: code as string, label: countryName(code, locale) }))}
          onChange={(country) => form.setFieldValue('country', country ?? 'DE')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          {...text('taxNumber')}
          description={t('newBusiness.taxHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <FormattedInput
          {...field('vatId')}
          format={formatVatId}
          onChange={(vatId) => form.setFieldValue('vatId', vatId)}
        />
      </SimpleGrid>
      <Checkbox
        label={t('businessField.smallBusiness')}
        checked={form.values.smallBusiness}
        onChange={({ currentTarget }) => form.setFieldValue('smallBusiness', currentTarget.checked)}
      />
    </>
  );
};

/** The account to which customers transfer, and whom to write to. */
export const BankFields = ({ form }: BusinessFieldsProps) => {
  const { t } = useTranslation();
  const field = useField({ form });
  const text = (name: TextField) => ({
    ...field(name),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      form.setFieldValue(name, currentTarget.value),
  });
  return (
    <>
      <FormattedInput
        {...field('iban')}
        format={formatIban}
        onChange={(iban) => form.setFieldValue('iban', iban)}
        autoComplete="off"
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput {...text('bic')} autoComplete="off" />
        <TextInput {...text('bankName')} autoComplete="off" />
        <TextInput {...text('accountHolder')} autoComplete="off" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput {...text('email')} type="email" autoComplete="off" />
        <TextInput {...text('phone')} type="tel" autoComplete="off" />
        <TextInput
          {...text('accountsEmail')}
          type="email"
          autoComplete="off"
          description={t('newBusiness.accountsEmailHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </SimpleGrid>
    </>
  );
};
