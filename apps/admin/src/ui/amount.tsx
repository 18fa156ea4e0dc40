import { type MoneyText, useFormat } from '../format/use-format.ts';
import classes from './amount.module.css';

interface AmountProps {
  readonly of: MoneyText;
  /** `strong` for the figure a row is about, `dim` for one that merely stands beside it. */
  readonly weight?: 'strong' | 'plain' | 'dim';
  readonly signed?: boolean;
}

/** An amount in tabular figures; zero is dimmed so that the eye finds what is owed. */
export const Amount = ({ of, weight = 'plain', signed = false }: AmountProps) => {
  const format = useFormat();
  const isNegative = of.minor.startsWith('-');
  const sign = signed && !isNegative && of.minor !== '0' ? '+' : '';
  return (
    <span className={classes.amount} data-weight={of.minor === '0' && weight !== 'strong' ? 'dim' : weight}>
      {sign}
      {format.money(of)}
    </span>
  );
};
