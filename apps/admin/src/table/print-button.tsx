import { Button } from '@mantine/core';
import { IconPrinter, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './export-button.module.css';
import type { Printing } from './use-print.ts';

/** Reads the whole list, then opens the print dialog; can be left while it reads. */
export const PrintButton = <TRow,>({
  printing: { progress, hasFailed, start, cancel },
}: {
  printing: Printing<TRow>;
}) => {
  const { t } = useTranslation();
  return (
    <>
      <span role="status" className={hasFailed ? undefined : 'sr-only'}>
        {hasFailed ? t('table.printFailed') : null}
      </span>
      {progress ? (
        <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={cancel}>
          {t('cases.exporting', progress)}
        </Button>
      ) : (
        <Button variant="default" className={classes.export} aria-label={t('table.print')} onClick={start}>
          <IconPrinter size={16} aria-hidden />
          <span className={classes.label}>{t('table.print')}</span>
        </Button>
      )}
    </>
  );
};
