import type { Column } from './data-table.tsx';
import classes from './print-table.module.css';

interface PrintTableProps<TRow> {
  readonly label: string;
  readonly rows: readonly TRow[];
  readonly columns: readonly Column<TRow>[];
  readonly rowKey: (row: TRow) => string;
}

/** Every row of a list as a plain table: the one on the screen draws only what is in sight. */
export const PrintTable = <TRow,>({ label, rows, columns, rowKey }: PrintTableProps<TRow>) => (
  <table className={classes.table} aria-label={label}>
    <thead>
      <tr>
        {columns.map(({ id, header, align }) => (
          <th key={id} data-align={align}>
            {header}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={rowKey(row)}>
          {columns.map(({ id, align, cell }) => (
            <td key={id} data-align={align}>
              {cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
