import { Button, Group, Select, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListDay, ListDecimal, StatementListPreviewQuery as Preview } from '#gql/graphql';
import { SubmissionError } from '../form/submission-error.tsx';
import { ListLines } from './list-lines.tsx';
import { useListMapping } from './use-list-mapping.ts';

type Columns = NonNullable<Preview['statementListPreview']>;

interface ListMappingFormProps {
  readonly documentId: string;
  readonly preview: Columns;
  readonly onClose: () => void;
}

const NEEDED = ['bookedOn', 'amount', 'remittance'] as const;
const FURTHER = ['valueOn', 'counterparty', 'iban', 'endToEndId'] as const;
type Meaning = (typeof NEEDED)[number] | (typeof FURTHER)[number];

const DAYS: readonly ListDay[] = ['DAY_MONTH_YEAR', 'DAY_MONTH_SHORT_YEAR', 'ISO'];
const DECIMALS: readonly ListDecimal[] = ['COMMA', 'POINT'];

/** Which column says what, begun with what the lines seem to say. */
export const ListMappingForm = ({ documentId, preview, onClose }: ListMappingFormProps) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Readonly<Record<Meaning, string | null>>>({
    ...{ bookedOn: preview.bookedOn, amount: preview.amount, remittance: preview.remittance },
    ...{ valueOn: preview.valueOn, counterparty: preview.counterparty, iban: preview.iban, endToEndId: null },
  });
  const [day, setDay] = useState<ListDay>(preview.day ?? 'DAY_MONTH_YEAR');
  const [decimal, setDecimal] = useState<ListDecimal>(preview.decimal ?? 'COMMA');
  const mapping = useListMapping(documentId, onClose);
  const names = preview.columns.map(({ name }) => name);
  const isComplete = NEEDED.every((meaning) => chosen[meaning]);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const { bookedOn, amount, remittance, ...further } = chosen;
    if (bookedOn && amount && remittance)
      mapping.submit({
        delimiter: preview.delimiter,
        day,
        decimal,
        bookedOn,
        amount,
        remittance,
        ...further,
      });
  };
  const choice = (meaning: Meaning, isNeeded: boolean) => (
    <Select
      key={meaning}
      label={t(`listMapping.${meaning}`)}
      data={names}
      value={chosen[meaning]}
      clearable={!isNeeded}
      withAsterisk={isNeeded}
      placeholder={t('listMapping.noColumn')}
      onChange={(name) => setChosen({ ...chosen, [meaning]: name })}
    />
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <SubmissionError submission={mapping} />
        <p>{t('listMapping.text')}</p>
        <ListLines columns={preview.columns} />
        {NEEDED.map((meaning) => choice(meaning, true))}
        {FURTHER.map((meaning) => choice(meaning, false))}
        <Group grow>
          <Select
            label={t('listMapping.day')}
            allowDeselect={false}
            data={DAYS.map((value) => ({ value, label: t(`listDay.${value}`) }))}
            value={day}
            onChange={(value) => setDay(DAYS.find((one) => one === value) ?? day)}
          />
          <Select
            label={t('listMapping.decimal')}
            allowDeselect={false}
            data={DECIMALS.map((value) => ({ value, label: t(`listDecimal.${value}`) }))}
            value={decimal}
            onChange={(value) => setDecimal(DECIMALS.find((one) => one === value) ?? decimal)}
          />
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={mapping.isSending} disabled={!isComplete}>
            {t('listMapping.read')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
