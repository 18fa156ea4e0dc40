import { Skeleton } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MoneyText } from '../format/use-format.ts';
import type { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import type { CaseSearch } from '../workflow/case-search.ts';
import classes from './number-card.module.css';

interface NumberCardProps {
  readonly label: string;
  readonly amount: MoneyText;
  readonly hint: string;
  readonly tone?: 'plain' | 'bad';
  /** The list behind the number. */
  readonly to: typeof paths.cases | typeof paths.ledger;
  readonly search?: CaseSearch;
}

export const NumberCard = ({ label, amount, hint, tone = 'plain', to, search = {} }: NumberCardProps) => (
  <Link to={to} search={search} className={`panel ${classes.card}`} data-tone={tone}>
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
