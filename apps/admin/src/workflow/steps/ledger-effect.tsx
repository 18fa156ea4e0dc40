import { useTranslation } from 'react-i18next';
import type { ResolutionViewFragment } from '#gql/graphql';
import { absolute } from '../../format/absolute.ts';
import { Amount } from '../../ui/amount.tsx';
import classes from './ledger-effect.module.css';

type Line = ResolutionViewFragment['lines'][number];

const isDebit = ({ amount }: Line): boolean => !amount.minor.startsWith('-');

/** What a resolution will post, line by line, before it is chosen. */
export const LedgerEffect = ({ lines }: { readonly lines: readonly Line[] }) => {
  const { t } = useTranslation();
  return (
    <table className={classes.posting} aria-label={t('effect.posting')}>
      <thead>
        <tr>
          <th scope="col">{t('effect.account')}</th>
          <th scope="col">{t('effect.debit')}</th>
          <th scope="col">{t('effect.credited')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.account.number} ${line.amount.minor}`}>
            <td>
              {line.account.number} {line.account.name}
            </td>
            <td>{isDebit(line) ? <Amount of={line.amount} /> : null}</td>
            <td>{isDebit(line) ? null : <Amount of={absolute(line.amount)} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
