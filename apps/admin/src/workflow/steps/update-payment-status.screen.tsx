import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { execute } from '../../api/graphql-client.ts';
import { useMethodLabel } from '../../customers/method-label.ts';
import { declineWord } from '../../format/decline.ts';
import { useFormat } from '../../format/use-format.ts';
import { ChargeMethod } from '../../payments/charge-method.tsx';
import { PlannedChargeNote } from '../../payments/planned-charge-note.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Facts } from '../../ui/facts.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { FailureNote } from '../failure-note.tsx';
import { SimpleAction } from '../simple-action.tsx';
import type { CaseView, StepScreenProps } from '../use-case.ts';
import { UpdatePaymentStatus } from './update-payment-status.graphql.ts';

type Attempt = CaseView['attempts']['edges'][number]['node'];

/** The status with its evidence, every attempt, and asking the provider again. Nobody sets a status by hand. */
export const UpdatePaymentStatusScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const methodLabel = useMethodLabel();
  const { status, failure } = paymentCase.moneyTrack;
  /** A stored method by its name, and which try it is from the second on. */
  const wayOf = ({ methodType, method, tryNumber }: Attempt): string => {
    const name = method ? methodLabel(method) : t(`method.${methodType}`);
    return tryNumber && tryNumber > 1 ? `${name}, ${t('charges.try', { tryNumber })}` : name;
  };
  const stateOf = ({ state, chargeAt }: Attempt): string =>
    state === 'CREATED' && chargeAt
      ? t('charges.plannedFor', { at: format.instant(chargeAt) })
      : t(`attemptState.${state}`);
  const attempts = paymentCase.attempts.edges.map(({ node }) => node);
  return (
    <Stack gap="md">
      <Facts facts={[[t('status8.published'), <StatusBadge key="status" status={status} />]]} />
      {failure ? <FailureNote failure={failure} /> : null}
      <PlannedChargeNote paymentCase={paymentCase} />
      {failure ? <ChargeMethod paymentCase={paymentCase} /> : null}
      {attempts.length > 0 ? (
        <section aria-label={t('status8.attempts')}>
          <h3>{t('status8.attempts')}</h3>
          <Facts
            facts={attempts.map(
              (attempt) =>
                [
                  `${format.instant(attempt.createdAt)} · ${wayOf(attempt)}`,
                  <span key={attempt.id}>
                    <Amount of={attempt.amount} /> · {stateOf(attempt)}
                    {attempt.funded
                      ? ` · ${t('status8.funded', { amount: format.money(attempt.funded) })}`
                      : null}
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
