import { useTranslation } from 'react-i18next';
import classes from './diff-table.module.css';

export interface DiffRow {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface DiffTableProps {
  readonly rows: readonly DiffRow[];
  /** Null when there is nothing to compare with: then the version simply stands there to be read. */
  readonly before: string | null;
  readonly after: string;
}

/** Two versions side by side; what differs is marked by colour and by word. */
export const DiffTable = ({ rows, before, after }: DiffTableProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={classes.diff}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('diff.field')}</span>
            </th>
            {before === null ? null : <th scope="col">{before}</th>}
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const changed = before !== null && (row.before ?? '') !== (row.after ?? '');
            return (
              <tr key={row.label}>
                <th scope="row">
                  {row.label} {changed ? <span className={classes.mark}>{t('diff.changed')}</span> : null}
                </th>
                {before === null ? null : (
                  <td>{changed && row.before ? <del>{row.before}</del> : (row.before ?? '–')}</td>
                )}
                <td>{changed && row.after ? <ins>{row.after}</ins> : (row.after ?? '–')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
