import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Opens the file chooser of the browser for what banks deliver. */
export const ImportButton = ({ isSending, onFile }: { isSending: boolean; onFile: (file: File) => void }) => {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        leftSection={<IconFileImport size={16} aria-hidden />}
        loading={isSending}
        onClick={() => chooser.current?.click()}
      >
        {t('bank.import')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xml,.zip,.csv"
        aria-label={t('bank.import')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
};
