import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import { RemoveReader } from './readers.graphql.ts';
import type { ReaderStatusView } from './use-readers.ts';

interface RemoveReaderDialogProps {
  readonly reader: ReaderStatusView['reader'];
  readonly onClose: () => void;
}

/** Asks once before a reader is taken out of use: whoever wants it back has to register it again. */
export const RemoveReaderDialog = ({ reader, onClose }: RemoveReaderDialogProps) => {
  const { t } = useTranslation();
  const removing = useSubmission({
    send: async (readerId: string, idempotencyKey) =>
      unwrap((await execute(RemoveReader, { input: { readerId, idempotencyKey } })).removeReader),
    stale: [queryKeys.readers()],
    onSuccess: () => {
      const message = t('settings.removed', { name: reader.label });
      notifications.show({ message, color: 'teal', withBorder: true });
      onClose();
    },
  });
  return (
    <ConfirmIrreversible
      opened
      danger
      title={t('settings.removeTitle', { name: reader.label })}
      confirmLabel={t('common.remove')}
      loading={removing.isSending}
      onConfirm={() => removing.submit(reader.id)}
      onCancel={onClose}
    >
      <SubmissionError submission={removing} />
      <p>{t('readers.removeText')}</p>
    </ConfirmIrreversible>
  );
};
