import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtherReceiptFieldsFragment } from '#gql/graphql';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { Note } from '../ui/note.tsx';
import { obstacleState } from '../ui/obstacle-state.ts';
import { DecisionForm } from '../workflow/decision-form.tsx';
import { useDecision } from './use-other-receipts.ts';

/** A credit that somebody wants to book to an account, above what one person may: another agrees, or refuses. */
export const OtherReceiptQuestion = ({ receipt }: { receipt: OtherReceiptFieldsFragment }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const deciding = useDecision(receipt.id, reason);
  const { amount, account, askedBy, askedAt, decisionObstacle } = receipt;
  return (
    <Note
      tone="busy"
      icon={IconUserCheck}
      title={t('otherReceipts.waiting', {
        amount: format.money(amount),
        account: `${account.number} ${account.name}`,
      })}
    >
      <SubmissionError submission={deciding} />
      <p>
        {t('approval.askedBy', { who: askedBy.name ?? '', at: format.instant(askedAt) })}{' '}
        {t('common.quote', { text: receipt.reason })}
      </p>
      <DecisionForm
        action={obstacleState(decisionObstacle)}
        submission={deciding}
        reason={reason}
        onReason={setReason}
        labels={{ reason: t('approval.reason'), yes: t('approval.grant'), no: t('approval.refuse') }}
      />
    </Note>
  );
};
