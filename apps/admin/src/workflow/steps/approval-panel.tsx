import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../api/graphql-client.ts';
import { useFormat } from '../../format/use-format.ts';
import { Note } from '../../ui/note.tsx';
import { actionState } from '../action-state.ts';
import { DecisionForm } from '../decision-form.tsx';
import { CaseFormMessages } from '../step-actions.tsx';
import type { CaseView, StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';
import { DecideApproval } from './confirm-amount.graphql.ts';

interface ApprovalPanelProps extends StepScreenProps {
  readonly approval: CaseView['approvals'][number];
}

/** A write-off or a refund that waits for a second person, who agrees or refuses with a reason. */
export const ApprovalPanel = ({ paymentCase, approval }: ApprovalPanelProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const deciding = useCaseSubmission({
    paymentCase,
    isDirty: reason !== '',
    send: async (granted: boolean, command) =>
      (
        await execute(DecideApproval, {
          input: { ...command, approvalId: approval.id, granted, reason: reason.trim() || null },
        })
      ).decideApproval,
    done: t('approval.done'),
  });
  return (
    <Note
      tone="busy"
      icon={IconUserCheck}
      title={t(approval.kind === 'REFUND' ? 'refunds.agree' : 'approval.title', {
        amount: approval.amount ? format.money(approval.amount) : '',
      })}
    >
      <CaseFormMessages submission={deciding} />
      <p>
        {t('approval.askedBy', { who: approval.askedBy.name, at: format.instant(approval.askedAt) })}{' '}
        {t('common.quote', { text: approval.reason })}
      </p>
      <DecisionForm
        action={actionState(paymentCase, 'DECIDE_APPROVAL')}
        submission={deciding}
        reason={reason}
        onReason={setReason}
        labels={{ reason: t('approval.reason'), yes: t('approval.grant'), no: t('approval.refuse') }}
      />
    </Note>
  );
};
