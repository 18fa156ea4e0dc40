import { Button } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { type Cell, toCsv } from './csv.ts';
import classes from './export-button.module.css';
import { type Page, readAllPages } from './export-pages.ts';
import { saveFile } from './save-file.ts';

interface ExportButtonProps<TRow> {
  /** What the file is called, before the day. */
  readonly name: string;
  readonly header: readonly string[];
  readonly line: (row: TRow) => readonly Cell[];
  readonly load: (after: string | null, signal: AbortSignal) => Promise<Page<TRow>>;
}

type Progress = { readonly read: number; readonly total: number };

/** A whole list as a file for a spreadsheet: amounts and words in the reader's language, ISO days. */
export const ExportButton = <TRow,>({ name, header, line, load }: ExportButtonProps<TRow>) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { today } = useBusiness();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (): Promise<void> => {
    const leaving = new AbortController();
    running.current = leaving;
    setHasFailed(false);
    setProgress({ read: 0, total: 0 });
    try {
      const rows = await readAllPages({
        load: (after) => load(after, leaving.signal),
        onProgress: (read, total) => setProgress({ read, total }),
        signal: leaving.signal,
      });
      const text = toCsv([header, ...rows.map(line)], locale);
      saveFile(`${name}-${today}.csv`, 'text/csv;charset=utf-8', text);
    } catch {
      setHasFailed(!leaving.signal.aborted);
    } finally {
      setProgress(null);
    }
  };

  return (
    <>
      <span role="status" className={hasFailed ? undefined : 'sr-only'}>
        {hasFailed ? t('cases.exportFailed') : null}
      </span>
      {progress ? (
        <Button
          variant="default"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => running.current?.abort()}
        >
          {t('cases.exporting', progress)}
        </Button>
      ) : (
        <Button
          variant="default"
          className={classes.export}
          aria-label={t('cases.export')}
          onClick={() => void start()}
        >
          <IconDownload size={16} aria-hidden />
          <span className={classes.label}>{t('cases.export')}</span>
        </Button>
      )}
    </>
  );
};
