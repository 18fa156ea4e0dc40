import type { PricedInvoice } from '@zahlwerk/domain/invoices/invoice-lines';
import { isZero, type Money, negate } from '@zahlwerk/domain/money/money';
import { useTranslation } from 'react-i18next';
import { Amount } from '../ui/amount.tsx';
import { Facts } from '../ui/facts.tsx';
import classes from './total-preview.module.css';

const asText = ({ minor, currency }: Money) => ({ minor: minor.toString(), currency });

/** Net, tax by rate and what the customer will pay, while the lines are typed. */
export const TotalPreview = ({ priced }: { priced: PricedInvoice | null }) => {
  const { t } = useTranslation();
  return (
    <div className={classes.total} aria-live="polite">
      {priced ? (
        <Facts
          facts={[
            ...(isZero(priced.taken)
              ? []
              : [
                  [t('lines.subtotal'), <Amount key="base" of={asText(priced.base)} />] as const,
                  [t('lines.discount'), <Amount key="taken" of={asText(negate(priced.taken))} />] as const,
                ]),
            [t('lines.net'), <Amount key="net" of={asText(priced.net)} />],
            ...priced.groups.map(
              (group) =>
                [
                  t('lines.vat', { rate: group.rate }),
                  <Amount key={group.taxCase} of={asText(group.vat)} />,
                ] as const,
            ),
            [t('lines.total'), <Amount key="gross" of={asText(priced.gross)} weight="strong" />],
          ]}
        />
      ) : (
        <span className={classes.open}>{t('lines.incomplete')}</span>
      )}
    </div>
  );
};
