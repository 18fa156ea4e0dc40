import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useActorName } from '../workflow/actor-name.ts';
import { ApprovalPanel } from '../workflow/steps/approval-panel.tsx';
import type { StepScreenProps } from '../workflow/use-case.ts';
import classes from './refund-list.module.css';
import { TransferForm } from './transfer-form.tsx';

/** The refunds of a case, each with what somebody still has to do for it. */
export const RefundList = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const actorName = useActorName();
  return (
    <ul className={classes.refunds}>
      {paymentCase.refunds.map((refund) => {
        const approval = paymentCase.approvals.find(
          ({ id, state }) => id === refund.approvalId && state === 'OPEN',
        );
        const payment = paymentCase.payments.find(({ id }) => id === refund.paymentId);
        const isToTransfer = refund.state === 'APPROVED' && payment?.source !== 'PROVIDER';
        return (
          <li key={refund.id} className={classes.refund}>
            <div className={classes.head}>
              <strong>{format.money(refund.amount)}</strong>
              <span>{t(`refundState.${refund.state}`)}</span>
            </div>
            <div>
              {t(`refundEffect.${refund.effect}`)}:{' '}
              {refund.reason === 'AT_PROVIDER' ? t('refunds.atProvider') : refund.reason}
            </div>
            <div className={classes.by}>
              {t('refunds.requestedBy', {
                who: actorName(refund.requestedBy),
                at: format.instant(refund.requestedAt),
              })}
            </div>
            {refund.transferReference ? (
              <div>
                {t('refunds.transferred')}: {refund.transferReference}
              </div>
            ) : null}
            {refund.failureMessage ? <div>{refund.failureMessage}</div> : null}
            {approval ? <ApprovalPanel paymentCase={paymentCase} approval={approval} /> : null}
            {isToTransfer ? <TransferForm paymentCase={paymentCase} refundId={refund.id} /> : null}
          </li>
        );
      })}
    </ul>
  );
};
