import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankImportsQuery as Imports } from '#gql/graphql';
import { Note } from '../ui/note.tsx';
import { ListMappingDialog } from './list-mapping-dialog.tsx';

type Import = Imports['bankImports']['edges'][number]['node'];

interface RefusedImportProps {
  readonly documentId: string;
  readonly fileName: string;
  readonly refusal: NonNullable<Import['refusal']>;
}

/** What a list is refused for when its columns are read the wrong way, or not at all. */
const BY_COLUMNS: ReadonlySet<string> = new Set([
  ...['FORMAT_UNKNOWN', 'COLUMN_MISSING', 'DATE_MALFORMED', 'AMOUNT_MALFORMED', 'ELEMENT_MISSING'],
]);

/** Why nothing of a file was taken; for a list, with the way to say what its columns are. */
export const RefusedImport = ({ documentId, fileName, refusal }: RefusedImportProps) => {
  const { t } = useTranslation();
  const [isMapping, setMapping] = useState(false);
  const place = [refusal.file, refusal.line === null ? null : t('bank.line', { line: refusal.line })];
  const canMap = fileName.toLowerCase().endsWith('.csv') && BY_COLUMNS.has(refusal.code);
  return (
    <Note tone="bad" icon={IconAlertCircle} title={t('bank.refused')}>
      <p>{[refusal.message, ...place].filter(Boolean).join(' · ')}</p>
      {canMap ? (
        <Button size="xs" variant="default" onClick={() => setMapping(true)}>
          {t('listMapping.open')}
        </Button>
      ) : null}
      {isMapping ? <ListMappingDialog documentId={documentId} onClose={() => setMapping(false)} /> : null}
    </Note>
  );
};
