import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import type { KeyView } from './key-table.tsx';
import { RevokeApiKey } from './partners.graphql.ts';

/** Locks a key out at once and for good. */
export const RevokeDialog = ({ apiKey, onClose }: { apiKey: KeyView; onClose: () => void }) => {
  const { t } = useTranslation();
  const revoking = useSubmission({
    send: async (apiKeyId: string, idempotencyKey) =>
      unwrap((await execute(RevokeApiKey, { input: { apiKeyId, idempotencyKey } })).revokeApiKey),
    stale: [queryKeys.integrations()],
    onSuccess: onClose,
  });
  return (
    <ConfirmIrreversible
      opened
      danger
      title={t('partners.revokeTitle', { name: apiKey.name })}
      confirmLabel={t('partners.revoke')}
      loading={revoking.isSending}
      onConfirm={() => revoking.submit(apiKey.id)}
      onCancel={onClose}
    >
      <SubmissionError submission={revoking} />
      <p>{t('partners.revokeText')}</p>
    </ConfirmIrreversible>
  );
};
