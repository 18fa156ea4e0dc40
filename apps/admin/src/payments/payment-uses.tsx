import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import classes from './payment-page.module.css';
import type { PaymentView } from './payment-page.tsx';

/** What was done with a payment: given to claims, given back, disputed, paid out, and what of it is left. */
export const PaymentUses = ({ payment }: { payment: PaymentView }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.uses}>
      {payment.allocations.map(({ id, amount, case: claim, createdAt }) => (
        <Use key={id} amount={<Amount of={amount} />}>
          {t(amount.minor.startsWith('-') ? 'payments.takenFrom' : 'payments.givenTo')}{' '}
          <Link className="link" to={paths.case} params={{ caseId: claim.id }}>
            {claim.number}
          </Link>{' '}
          <span className={classes.dim}>{format.instant(createdAt)}</span>
        </Use>
      ))}
      {payment.refunds.map(({ id, amount, state, requestedAt }) => (
        <Use key={id} amount={<Amount of={amount} />}>
          {t('payments.refund')}: {t(`refundState.${state}`)}{' '}
          <span className={classes.dim}>{format.instant(requestedAt)}</span>
        </Use>
      ))}
      {payment.disputes.map(({ id, amount, openedAt }) => (
        <Use key={id} amount={<Amount of={amount} />}>
          {t('payments.dispute')} <span className={classes.dim}>{format.instant(openedAt)}</span>
        </Use>
      ))}
      {payment.payouts.map(({ id, number }) => (
        <Use key={id}>
          {t('payments.inPayout')}{' '}
          <Link className="link" to={paths.payout} params={{ payoutId: id }}>
            {number}
          </Link>
        </Use>
      ))}
      <Use amount={<Amount of={payment.unassigned} weight="strong" />}>{t('payments.unassigned')}</Use>
    </ul>
  );
};

const Use = ({ amount, children }: { amount?: ReactNode; children: ReactNode }) => (
  <li className={classes.use}>
    <span>{children}</span>
    {amount}
  </li>
);
