import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PaymentMethodType } from '#gql/graphql';
import { DayInput } from '../form/day-input.tsx';
import type { Day } from '../format/parse-date.ts';
import { SkontoFields } from '../invoices/skonto-fields.tsx';
import { ChannelChoice } from './channel-choice.tsx';
import { hasSkonto, type NewCaseValues, ofChannel } from './new-case.ts';
import classes from './new-case-page.module.css';

const METHODS = ['CARD', 'SEPA_DEBIT', 'BANK_TRANSFER'] as const satisfies readonly PaymentMethodType[];

interface TermFieldsProps {
  readonly values: NewCaseValues;
  readonly today: Day;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<NewCaseValues>) => void;
}

/** How and until when the customer is to pay, and what the customer will hear of it. */
export const TermFields = ({ values, today, errors, onChange }: TermFieldsProps) => {
  const { t } = useTranslation();
  const isInPerson = values.channel === 'IN_PERSON';
  return (
    <Stack gap="md">
      <ChannelChoice value={values.channel} onChange={(channel) => onChange(ofChannel(channel, today))} />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DayInput
          id="case-dueOn"
          label={t('case.due')}
          value={values.dueOn}
          error={errors.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
        />
        <TextInput
          id="case-reference"
          label={t('case.reference')}
          placeholder={t('newCase.referenceHint')}
          value={values.reference}
          error={errors.reference}
          onChange={({ currentTarget }) => onChange({ reference: currentTarget.value })}
        />
        {isInPerson ? null : (
          <Select
            label={t('case.preferredMethod')}
            placeholder={t('newCase.anyMethod')}
            clearable
            data={METHODS.map((value) => ({
              value: value as PaymentMethodType,
              label: t(`method.${value}`),
            }))}
            value={values.preferredMethod}
            onChange={(next) => onChange({ preferredMethod: METHODS.find((one) => one === next) ?? null })}
          />
        )}
      </SimpleGrid>
      {hasSkonto(values) ? (
        <SkontoFields
          idPrefix="case"
          values={values}
          errors={{
            skontoPercent: errors.skontoPercent ?? errors['skonto.basisPoints'] ?? errors.skonto,
            skontoDays: errors.skontoDays ?? errors['skonto.days'],
          }}
          onChange={onChange}
        />
      ) : null}
      <p className={classes.text}>{t(isInPerson ? 'newCase.inPersonText' : 'newCase.requestText')}</p>
    </Stack>
  );
};
