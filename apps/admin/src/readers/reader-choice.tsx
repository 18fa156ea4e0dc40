import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReaderStatusView } from './use-readers.ts';

interface ReaderChoiceProps {
  readonly readers: readonly ReaderStatusView[];
  readonly value: string | null;
  readonly onChange: (readerId: string) => void;
}

/** Before which reader the customer stands. */
export const ReaderChoice = ({ readers, value, onChange }: ReaderChoiceProps) => {
  const { t } = useTranslation();
  return (
    <Select
      label={t('readers.reader')}
      allowDeselect={false}
      data={readers.map(({ reader, connection }) => ({
        value: reader.id,
        label:
          connection === 'OFFLINE'
            ? `${reader.label} (${t(`readerConnection.${connection}`)})`
            : reader.label,
      }))}
      value={value}
      onChange={(next) => next && onChange(next)}
    />
  );
};
