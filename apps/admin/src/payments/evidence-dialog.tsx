import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceKind } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { AttachButton } from '../attachments/attach-button.tsx';
import { PendingUploads } from '../attachments/pending-uploads.tsx';
import { useUploads } from '../attachments/use-uploads.ts';
import { useFormat } from '../format/use-format.ts';
import { actionState } from '../workflow/action-state.ts';
import { CaseFormMessages } from '../workflow/step-actions.tsx';
import type { CaseView, StepScreenProps } from '../workflow/use-case.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import { SubmitDisputeEvidence } from './disputes.graphql.ts';
import { EvidenceFiles } from './evidence-files.tsx';

interface EvidenceDialogProps extends StepScreenProps {
  readonly dispute: CaseView['disputes'][number];
  readonly onClose: () => void;
}

/** What each file proves, by attachment; one that is not named stays here. */
export type ChosenFiles = Readonly<Record<string, EvidenceKind>>;

/** Collects what contradicts a dispute: words, and files of the case, which may be added here. */
export const EvidenceDialog = ({ paymentCase, dispute, onClose }: EvidenceDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const uploads = useUploads();
  const [statement, setStatement] = useState('');
  const [chosen, setChosen] = useState<ChosenFiles>({});
  const submitting = useCaseSubmission({
    paymentCase,
    isDirty: statement !== '' || Object.keys(chosen).length > 0,
    send: async (files: ChosenFiles, command) => {
      const named = Object.entries(files).map(([attachmentId, kind]) => ({ attachmentId, kind }));
      const input = { ...command, disputeId: dispute.id, statement, files: named };
      return (await execute(SubmitDisputeEvidence, { input })).submitDisputeEvidence;
    },
    done: t('disputes.submitted'),
    onSuccess: onClose,
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    submitting.submit(chosen);
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={<strong>{t('disputes.submit')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>
          {t('disputes.once', { until: dispute.dueBy ? format.instant(dispute.dueBy) : '–' })}
        </p>
        <EvidenceFiles files={paymentCase.attachments} chosen={chosen} onChoose={setChosen} />
        <PendingUploads uploads={uploads} caseId={paymentCase.id} item={null} />
        {actionState(paymentCase, 'ADD_ATTACHMENT')?.allowed ? (
          <div>
            <AttachButton onFiles={uploads.start} />
          </div>
        ) : null}
        <form onSubmit={onSubmit} noValidate>
          <Stack gap="sm">
            <CaseFormMessages
              submission={submitting}
              fields={{ statement: { label: t('disputes.statement'), inputId: 'dispute-statement' } }}
            />
            <Textarea
              id="dispute-statement"
              label={t('disputes.statement')}
              description={t('disputes.statementHint')}
              autosize
              minRows={4}
              maxRows={14}
              value={statement}
              error={submitting.fieldErrors.statement}
              onChange={({ currentTarget }) => setStatement(currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={submitting.isSending}>
                {t('disputes.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Modal>
  );
};
