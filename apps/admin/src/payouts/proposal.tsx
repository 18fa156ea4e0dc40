import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Amount } from '../ui/amount.tsx';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import { obstacleState } from '../ui/obstacle-state.ts';
import { Section } from '../ui/section.tsx';
import { PayoutItems } from './payout-items.tsx';
import { PayoutProposalQuery, ProposePayout } from './payouts.graphql.ts';
import classes from './proposal.module.css';

/** Released money that lies at the provider, case by case, and the way to have it paid out by hand. */
export const Proposal = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [isListed, setListed] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { data } = useQuery({
    queryKey: queryKeys.payouts({ proposal: true }),
    queryFn: async ({ signal }) => (await execute(PayoutProposalQuery, {}, signal)).payoutProposal,
  });
  const proposing = useSubmission({
    send: async (_nothing: null, idempotencyKey) =>
      unwrap((await execute(ProposePayout, { input: { idempotencyKey } })).proposePayout),
    stale: [[queryKeys.payouts()[0]]],
    onSuccess: ({ payout: { id, number } }) => {
      notifications.show({ message: t('payouts.proposed', { number }), color: 'teal', withBorder: true });
      void navigate({ to: paths.payout, params: { payoutId: id } });
    },
  });
  if (!data) return null;
  const count = data.payments.length;
  // Where the provider pays out by itself there is nothing to decide; what waits is only shown.
  const isAutomatic = data.obstacle?.code === 'PAYOUTS_ARE_AUTOMATIC';
  const isLater = BigInt(data.later.minor) > 0n;
  if (isAutomatic && count === 0 && !isLater) return null;
  return (
    <Section title={t('payouts.waiting')} flush={isListed}>
      <div className={isListed ? classes.headFlush : classes.head}>
        <div>
          <span className={classes.figure}>
            <Amount of={data.net} weight="strong" />
          </span>
          <span className={classes.dim}>
            {t('payouts.waitingFrom', { count, fee: format.money(data.fee) })}
            {isAutomatic ? ` ${t('payouts.automatic')}` : null}
          </span>
          {isLater && data.laterFrom ? (
            <span className={classes.dim}>
              {t('payouts.later', { amount: format.money(data.later), day: format.day(data.laterFrom) })}
            </span>
          ) : null}
        </div>
        <div className={classes.actions}>
          {count > 0 ? (
            <Button variant="default" aria-expanded={isListed} onClick={() => setListed(!isListed)}>
              {isListed ? t('payouts.hideItems') : t('payouts.showItems')}
            </Button>
          ) : null}
          {isAutomatic ? null : (
            <ActionButton state={obstacleState(data.obstacle)} onClick={() => setAsking(true)}>
              {t('payouts.propose')}
            </ActionButton>
          )}
        </div>
      </div>
      {isListed ? (
        <PayoutItems
          sums={data}
          items={[
            ...data.payments.map((payment) => ({ ...payment, source: t('payoutItem.PAYMENT') })),
            ...data.refunds.map((refund) => ({ ...refund, source: t('payoutItem.REFUND') })),
            ...data.disputes.map((dispute) => ({ ...dispute, source: t('payoutItem.DISPUTE') })),
          ]}
        />
      ) : null}
      <ConfirmIrreversible
        opened={isAsking}
        title={t('payouts.proposeTitle', { amount: format.money(data.net) })}
        confirmLabel={t('payouts.propose')}
        loading={proposing.isSending}
        onConfirm={() => proposing.submit(null)}
        onCancel={() => setAsking(false)}
      >
        <SubmissionError submission={proposing} />
        <p>{t('payouts.proposeText', { count })}</p>
      </ConfirmIrreversible>
    </Section>
  );
};
