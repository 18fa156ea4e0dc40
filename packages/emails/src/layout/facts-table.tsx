import type { CSSProperties } from 'react';
import { oneLine } from '../clean-text.ts';
import type { Fact } from '../mail.ts';
import { style } from './style.ts';

interface FactsTableProps {
  readonly rows: readonly Fact[];
  readonly tableStyle?: CSSProperties;
}

/** Labels and values. A true table, so that a screen reader says which value belongs to which label. */
export const FactsTable = ({ rows, tableStyle = style.facts }: FactsTableProps) => (
  <table cellPadding="0" cellSpacing="0" style={tableStyle}>
    <tbody>
      {rows.map(({ label, value }, index) => (
        <tr key={label}>
          <th scope="row" className="zw-dim zw-line" style={{ ...style.factLabel, ...lastOf(rows, index) }}>
            {oneLine(label)}
          </th>
          <td className="zw-text zw-line" style={{ ...style.factValue, ...lastOf(rows, index) }}>
            {oneLine(value)}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The line separates rows; below the last one there is nothing to separate. */
const lastOf = (rows: readonly Fact[], index: number): CSSProperties =>
  index === rows.length - 1 ? style.lastFact : {};
