import { IconBuildingBank, IconCreditCard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { type MethodView, useMethodLabel } from './method-label.ts';
import classes from './method-list.module.css';

const STATES = ['PENDING', 'REVIEW', 'ACTIVE', 'RETIRED'] as const;

/** Payment methods on file. Card numbers are never among what we know. */
export const MethodList = ({ methods }: { methods: readonly MethodView[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const methodLabel = useMethodLabel();
  if (methods.length === 0) return <p className={classes.none}>{t('customers.noMethods')}</p>;
  return (
    <ul className={classes.list}>
      {methods.map((method) => {
        const Sign = method.type === 'CARD' ? IconCreditCard : IconBuildingBank;
        const state = STATES.find((one) => one === method.state);
        const facts = [
          method.holder,
          state ? t(`methodState.${state}`) : method.state,
          method.isDefault ? t('customers.methodDefault') : null,
          method.expiresOn ? t('customers.methodExpires', { day: format.day(method.expiresOn) }) : null,
          method.noticedAt ? t('customers.methodNoticed', { day: format.instant(method.noticedAt) }) : null,
          method.singleChannel ? t('customers.methodSingleChannel') : null,
        ];
        return (
          <li
            key={`${method.type}${method.last4}${method.state}${method.expiresOn}`}
            className={classes.item}
          >
            <Sign size={18} stroke={1.7} aria-hidden />
            <span>
              {methodLabel(method)}
              <span className={classes.dim}>{facts.filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
};
