import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MoneyText } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import classes from './payout-items.module.css';

interface Sums {
  readonly gross: MoneyText;
  readonly fee: MoneyText;
  readonly net: MoneyText;
}

export interface ItemView extends Sums {
  /** What kind of money it is, and the provider's words for it. */
  readonly source: string;
  readonly case: {
    readonly id: string;
    readonly number: string;
    readonly customer: { readonly name: string };
  } | null;
}

/** As cards on a phone it is still a table to a screen reader. */
const TABLE = 'table';
const CELL = 'cell';

/** What a payout consists of, case by case and to the cent, with the sums that must come out. */
export const PayoutItems = ({ items, sums }: { items: readonly ItemView[]; sums: Sums }) => {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={classes.items} role={TABLE}>
        <thead>
          <tr>
            <th scope="col">{t('payouts.source')}</th>
            <th scope="col">{t('payouts.gross')}</th>
            <th scope="col">{t('payouts.fee')}</th>
            <th scope="col">{t('payouts.net')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={index}>
              <td role={CELL} data-card="case">
                {item.case ? (
                  <Link className="link" to={paths.case} params={{ caseId: item.case.id }}>
                    {item.case.customer.name} <span className={classes.number}>{item.case.number}</span>
                  </Link>
                ) : null}
                <span className={item.case ? classes.dim : undefined}>{item.source}</span>
              </td>
              <td role={CELL} data-card="gross">
                <Amount of={item.gross} />
              </td>
              <td role={CELL} data-card="fee">
                <Amount of={item.fee} />
              </td>
              <td role={CELL} data-card="net">
                <Amount of={item.net} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" data-card="case">
              {t('payouts.sum')}
            </th>
            <td role={CELL} data-card="gross">
              <Amount of={sums.gross} weight="strong" />
            </td>
            <td role={CELL} data-card="fee">
              <Amount of={sums.fee} weight="strong" />
            </td>
            <td role={CELL} data-card="net">
              <Amount of={sums.net} weight="strong" />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
