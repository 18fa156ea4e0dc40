import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { execute } from '../../api/graphql-client.ts';
import { declineWord } from '../../format/decline.ts';
import { useFormat } from '../../format/use-format.ts';
import { Amount } from '../../ui/amount.tsx';
import { Facts } from '../../ui/facts.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { FailureNote } from '../failure-note.tsx';
import { SimpleAction } from '../simple-action.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { UpdatePaymentStatus } from './update-payment-status.graphql.ts';

/** The status with its evidence, every attempt, and asking the provider again. Nobody sets a status by hand. */
export const UpdatePaymentStatusScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, failure } = paymentCase.moneyTrack;
  const attempts = paymentCase.attempts.edges.map(({ node }) => node);
  return (
    <Stack gap="md">
      <Facts facts={[[t('status8.published'), <StatusBadge key="status" status={status} />]]} />
      {failure ? <FailureNote failure={failure} /> : null}
      {attempts.length > 0 ? (
        <section aria-label={t('status8.attempts')}>
          <h3>{t('status8.attempts')}</h3>
          <Facts
            facts={attempts.map(
              (attempt) =>
                [
                  `${format.instant(attempt.createdAt)} · ${t(`method.${attempt.methodType}`)}`,
                  <span key={attempt.id}>
                    <Amount of={attempt.amount} /> · {t(`attemptState.${attempt.state}`)}
                    {attempt.failureCode ? `: ${t(`decline.${declineWord(attempt.failureCode)}`)}` : null}
                  </span>,
                ] as const,
            )}
          />
        </section>
      ) : null}
      <SimpleAction
        paymentCase={paymentCase}
        action="UPDATE_PAYMENT_STATUS"
        label={t('status8.action')}
        done={t('status8.done')}
        send={async (command) => (await execute(UpdatePaymentStatus, { input: command })).updatePaymentStatus}
      />
    </Stack>
  );
};
