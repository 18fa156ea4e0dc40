import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayoutQuery as PayoutData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useFormat } from '../format/use-format.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import { obstacleState } from '../ui/obstacle-state.ts';
import { ReleasePayout } from './payouts.graphql.ts';

export type PayoutView = Extract<NonNullable<PayoutData['node']>, { readonly __typename: 'Payout' }>;

/** The second person's consent: the money leaves with it. Whoever proposed it reads why not, and who may. */
export const ReleaseButton = ({ payout }: { payout: PayoutView }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const releasing = useSubmission({
    send: async (payoutId: string, idempotencyKey) =>
      unwrap((await execute(ReleasePayout, { input: { payoutId, idempotencyKey } })).releasePayout),
    stale: [queryKeys.payout(payout.id), [queryKeys.payouts()[0]]],
    onSuccess: () => {
      setAsking(false);
      notifications.show({
        message: t('payouts.released', { number: payout.number }),
        color: 'teal',
        withBorder: true,
      });
    },
  });
  return (
    <>
      <ActionButton state={obstacleState(payout.releaseObstacle)} onClick={() => setAsking(true)}>
        {t('payouts.release')}
      </ActionButton>
      <ConfirmIrreversible
        opened={isAsking}
        title={t('payouts.releaseTitle', { number: payout.number })}
        confirmLabel={t('payouts.release')}
        loading={releasing.isSending}
        onConfirm={() => releasing.submit(payout.id)}
        onCancel={() => setAsking(false)}
      >
        <SubmissionError submission={releasing} />
        <p>{t('payouts.releaseText', { amount: format.money(payout.net), count: payout.items.length })}</p>
      </ConfirmIrreversible>
    </>
  );
};
