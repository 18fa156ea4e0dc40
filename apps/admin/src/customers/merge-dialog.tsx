import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Facts } from '../ui/facts.tsx';
import { Note } from '../ui/note.tsx';
import { MergeCustomers, MergePreviewQuery } from './merge.graphql.ts';

interface MergeDialogProps {
  readonly customerId: string;
  readonly otherId: string;
  readonly onClose: () => void;
}

interface Named {
  readonly name: string;
  readonly number: string | null;
}

const labelOf = ({ name, number }: Named): string => [name, number].filter(Boolean).join(' · ');

/** Makes two records one: which of them stays, what moves to it, and why they are the same. It cannot be taken back. */
export const MergeDialog = ({ customerId, otherId, onClose }: MergeDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [isSwapped, setSwapped] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [survivorId, mergedId] = isSwapped ? [otherId, customerId] : [customerId, otherId];
  const { data } = useQuery({
    queryKey: [...queryKeys.customer(survivorId), 'merge', mergedId],
    queryFn: ({ signal }) => execute(MergePreviewQuery, { survivorId, mergedId }, signal),
  });
  const merging = useSubmission({
    send: async (input: { survivorId: string; mergedId: string; reason: string }, idempotencyKey) =>
      unwrap((await execute(MergeCustomers, { input: { ...input, idempotencyKey } })).mergeCustomers),
    stale: [['customers'], ['customer'], ['cases']],
    onSuccess: () => {
      onClose();
      void navigate({ to: paths.customer, params: { customerId: survivorId } });
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const given = reason.trim();
    setProblem(given ? null : t('customerError.REQUIRED'));
    if (given) merging.submit({ survivorId, mergedId, reason: given });
  };
  const { survivor, merged } = data ?? {};
  const obstacle = survivor?.mergeObstacle;
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('merge.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <SubmissionError
            submission={merging}
            fields={{ reason: { label: t('merge.reason'), inputId: 'merge-reason' } }}
          />
          {survivor && merged ? (
            <Facts
              facts={[
                [t('merge.stays'), labelOf(survivor)],
                [t('merge.goes'), labelOf(merged)],
                [t('merge.cases'), format.number(merged.cases.totalCount ?? 0)],
                [t('merge.openAmount'), format.money(merged.account.open)],
                [t('customers.credit'), format.money(merged.account.credit)],
                [
                  t('customers.methods'),
                  format.number(merged.methods.filter(({ state }) => state !== 'RETIRED').length),
                ],
              ]}
            />
          ) : null}
          <Button
            variant="default"
            leftSection={<IconArrowsExchange size={16} aria-hidden />}
            onClick={() => setSwapped(!isSwapped)}
          >
            {t('merge.swap')}
          </Button>
          {obstacle ? (
            <Note tone="bad" icon={IconAlertTriangle}>
              {obstacle.reason}
            </Note>
          ) : (
            <p>{t('merge.lead')}</p>
          )}
          <Textarea
            id="merge-reason"
            label={t('merge.reason')}
            autosize
            minRows={2}
            value={reason}
            error={problem ?? merging.fieldErrors.reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={merging.isSending} disabled={!survivor || Boolean(obstacle)}>
              {t('merge.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
