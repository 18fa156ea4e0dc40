import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Note } from '../ui/note.tsx';
import { UploadRefused } from './upload-file.ts';
import type { Upload, Uploads } from './use-uploads.ts';

/** Why a file has not arrived, and what to do about it. */
export const UploadProblem = ({ upload, uploads }: { upload: Upload; uploads: Uploads }) => {
  const { t } = useTranslation();
  const { error, file } = upload;
  const problem = error instanceof UploadRefused ? error.problem : null;
  // A file that is wrong stays wrong; a line that was broken may hold the next time.
  const mayRetry = !problem;
  return (
    <div role="alert">
      <Note tone="bad" icon={IconAlertCircle} title={t('attachments.notKept', { name: file.name })}>
        <p>{problem ? t(`fileProblem.${problem}`) : t('attachments.broken')}</p>
        {mayRetry ? (
          <Button size="compact-sm" variant="default" mr="xs" onClick={() => uploads.retry(upload)}>
            {t('common.tryAgain')}
          </Button>
        ) : null}
        <Button size="compact-sm" variant="subtle" onClick={() => uploads.remove(upload.id)}>
          {t('common.remove')}
        </Button>
      </Note>
    </div>
  );
};
