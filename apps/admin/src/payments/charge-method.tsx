import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMethodLabel } from '../customers/method-label.ts';
import { useFormat } from '../format/use-format.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { actionState } from '../workflow/action-state.ts';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { ChargeDialog } from './charge-dialog.tsx';
import classes from './charge-method.module.css';

/** The customer's stored method beside their account: charging it is one question away. Nothing where none is stored. */
export const ChargeMethod = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const methodLabel = useMethodLabel();
  const [isAsking, setAsking] = useState(false);
  const method = paymentCase.chargeableMethod;
  const state = actionState(paymentCase, 'CHARGE_STORED_METHOD');
  if (!method || !state || paymentCase.state !== 'OPEN') return null;
  return (
    <section aria-label={t('charges.title')} className={classes.charge}>
      <h3>{t('charges.title')}</h3>
      <ActionButton state={state} variant="default" onClick={() => setAsking(true)}>
        {t('charges.charge', {
          method: methodLabel(method),
          amount: format.money(paymentCase.amountAwaited),
        })}
      </ActionButton>
      {isAsking ? <ChargeDialog paymentCase={paymentCase} onClose={() => setAsking(false)} /> : null}
    </section>
  );
};
