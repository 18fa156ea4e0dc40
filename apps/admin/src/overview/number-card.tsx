import { Skeleton } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MoneyText } from '../format/use-format.ts';
import type { paths } from '../paths.ts';
import type { PaymentSearch } from '../payments/payment-search.ts';
import { Amount } from '../ui/amount.tsx';
import type { CaseSearch } from '../workflow/case-search.ts';
import classes from './number-card.module.css';

interface NumberCardProps {
  readonly label: string;
  readonly amount: MoneyText;
  readonly hint: string;
  readonly tone?: 'plain' | 'bad';
  /** The list behind the number. */
  readonly list:
    | { readonly to: typeof paths.cases; readonly search: CaseSearch }
    | { readonly to: typeof paths.payments; readonly search: PaymentSearch };
}

export const NumberCard = ({ label, amount, hint, tone = 'plain', list }: NumberCardProps) => (
  <Link {...list} className={`panel ${classes.card}`} data-tone={tone}>
    <span className={classes.label}>
      {label}
      <IconArrowUpRight size={15} aria-hidden className={classes.arrow} />
    </span>
    <span className={classes.amount}>
      <Amount of={amount} weight="strong" />
    </span>
    <span className={classes.hint}>{hint}</span>
  </Link>
);

export const NumberCardLoading = () => (
  <div className={`panel ${classes.card}`}>
    <Skeleton height={14} width="45%" my={3} />
    <Skeleton height={24} width="70%" my={5} />
    <Skeleton height={12} width="60%" my={3} />
  </div>
);
