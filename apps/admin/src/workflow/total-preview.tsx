import type { PricedInvoice } from '@zahlwerk/domain/invoices/invoice-lines';
import { isZero, type Money, negate } from '@zahlwerk/domain/money/money';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaxBehavior } from '#gql/graphql';
import { Amount } from '../ui/amount.tsx';
import { Facts } from '../ui/facts.tsx';
import classes from './total-preview.module.css';

const asText = ({ minor, currency }: Money) => ({ minor: minor.toString(), currency });

interface TotalPreviewProps {
  readonly priced: PricedInvoice | null;
  readonly taxBehavior: TaxBehavior;
}

/** Net, tax by rate and what the customer will pay, while the lines are typed; as the invoice will say it. */
export const TotalPreview = ({ priced, taxBehavior }: TotalPreviewProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.total} aria-live="polite">
      {priced ? (
        <Facts facts={taxBehavior === 'INCLUSIVE' ? inclusiveFacts(priced, t) : exclusiveFacts(priced, t)} />
      ) : (
        <span className={classes.open}>{t('lines.incomplete')}</span>
      )}
    </div>
  );
};

type Fact = readonly [string, ReactNode];

const discountFacts = (priced: PricedInvoice, t: TFunction): readonly Fact[] =>
  isZero(priced.taken)
    ? []
    : [
        [t('lines.subtotal'), <Amount key="base" of={asText(priced.base)} />],
        [t('lines.discount'), <Amount key="taken" of={asText(negate(priced.taken))} />],
      ];

const totalFact = (priced: PricedInvoice, t: TFunction): Fact => [
  t('lines.total'),
  <Amount key="gross" of={asText(priced.gross)} weight="strong" />,
];

const exclusiveFacts = (priced: PricedInvoice, t: TFunction): readonly Fact[] => [
  ...discountFacts(priced, t),
  [t('lines.net'), <Amount key="net" of={asText(priced.net)} />],
  ...priced.groups.map(
    (group): Fact => [
      t('lines.vat', { rate: group.rate }),
      <Amount key={group.taxCase} of={asText(group.vat)} />,
    ],
  ),
  totalFact(priced, t),
];

const inclusiveFacts = (priced: PricedInvoice, t: TFunction): readonly Fact[] => [
  ...discountFacts(priced, t),
  totalFact(priced, t),
  ...priced.groups.map(
    (group): Fact => [
      t('lines.vatIn', { rate: group.rate }),
      <Amount key={group.taxCase} of={asText(group.vat)} />,
    ],
  ),
];
