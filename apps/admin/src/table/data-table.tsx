import { Checkbox } from '@mantine/core';
import {
  type ColumnDef,
  columnVisibilityFeature,
  type Row,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingLines } from '../ui/loading.tsx';
import classes from './data-table.module.css';
import { useGlow } from './use-glow.ts';
import { useRowKeys } from './use-row-keys.ts';

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

export interface Column<TRow> {
  readonly id: string;
  readonly header: string;
  /** Said, but not shown: for columns of buttons. */
  readonly quietHeader?: true;
  readonly cell: (row: TRow) => ReactNode;
  readonly align?: 'right';
  readonly width?: string;
  /** For figures, days and numbers, which read badly over two lines. */
  readonly noWrap?: true;
  /** Shown only where there is room: left out on tablets. */
  readonly wide?: true;
  /** Where the cell stands when a row becomes a card on a phone; left out: not shown there. */
  readonly card?: 'title' | 'figure' | 'left' | 'right' | 'wide';
}

interface DataTableProps<TRow> {
  readonly label: string;
  readonly rows: readonly TRow[];
  readonly columns: readonly Column<TRow>[];
  readonly rowKey: (row: TRow) => string;
  /** Changes whenever the row should glow once. */
  readonly rowVersion?: (row: TRow) => string;
  readonly rowLabel?: (row: TRow) => string;
  readonly hidden?: readonly string[];
  readonly selected?: readonly string[];
  readonly onSelect?: (keys: readonly string[]) => void;
  readonly isLoading: boolean;
  readonly empty: ReactNode;
  /** Called when the last rows come into sight. */
  readonly onEnd?: (() => void) | undefined;
}

/** Said once more although the elements have them: the card layout on phones takes the roles of a table away. */
const TABLE = 'table';
const CELL = 'cell';

const ROW_HEIGHT = 45;
const CARD_HEIGHT = 76;

/** Rows of which only those in sight are in the document; ten thousand scroll like ten. */
export const DataTable = <TRow extends object>(props: DataTableProps<TRow>) => {
  const { t } = useTranslation();
  const { rows, rowKey, selected, onSelect } = props;
  const body = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const { glowing, fade } = useGlow(rows, rowKey, props.rowVersion);
  const columns = props.columns.map(
    (column): ColumnDef<typeof features, TRow> => ({
      id: column.id,
      header: column.header,
      cell: ({ row }) => column.cell(row.original),
    }),
  );
  const table = useTable({
    features,
    columns,
    data: rows as TRow[],
    getRowId: rowKey,
    enableRowSelection: onSelect !== undefined,
    state: {
      columnVisibility: Object.fromEntries((props.hidden ?? []).map((id) => [id, false])),
      rowSelection: Object.fromEntries((selected ?? []).map((key) => [key, true])),
    },
    onRowSelectionChange: (update) => {
      const before: Record<string, true> = Object.fromEntries((selected ?? []).map((key) => [key, true]));
      const after = typeof update === 'function' ? update(before) : update;
      onSelect?.(Object.keys(after).filter((key) => after[key]));
    },
  });
  const shape = new Map(props.columns.map((column) => [column.id, column]));
  const tableRows = table.getRowModel().rows;

  // Measured when the table appears: it is not there while the first rows are loading.
  const measure = useCallback((element: HTMLTableElement | null) => {
    body.current = element;
    if (element) setTop(element.offsetTop);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: tableRows.length,
    estimateSize: () => (window.innerWidth < 768 ? CARD_HEIGHT : ROW_HEIGHT),
    overscan: 12,
    scrollMargin: top,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1);
  const { onEnd } = props;
  useEffect(() => {
    if (last && last.index >= tableRows.length - 10) onEnd?.();
  }, [last, tableRows.length, onEnd]);

  const { setActive } = useRowKeys({
    count: tableRows.length,
    onMove: (index) => {
      virtualizer.scrollToIndex(index, { align: 'auto' });
      setFocused(index);
    },
    ...(onSelect && { onToggle: (index: number) => tableRows[index]?.toggleSelected() }),
  });
  useEffect(() => {
    if (focused === null) return;
    body.current?.querySelector<HTMLElement>(`[data-index="${focused}"] a`)?.focus();
  }, [focused]);

  if (props.isLoading) return <LoadingLines lines={8} height={ROW_HEIGHT} />;
  if (rows.length === 0) return props.empty;

  const above = (items[0]?.start ?? top) - top;
  const below = virtualizer.getTotalSize() - ((last?.end ?? top) - top);
  const width = table.getVisibleLeafColumns().length + (onSelect ? 1 : 0);

  const tick = (row: Row<typeof features, TRow>) => (
    <td role={CELL} className={classes.tick}>
      <Checkbox
        size="xs"
        aria-label={t('table.choose', { row: props.rowLabel?.(row.original) ?? row.id })}
        checked={row.getIsSelected()}
        onChange={() => row.toggleSelected()}
      />
    </td>
  );

  return (
    <div className={classes.scroll}>
      <table
        ref={measure}
        className={classes.table}
        role={TABLE}
        aria-label={props.label}
        aria-rowcount={rows.length}
      >
        <thead>
          <tr>
            {onSelect ? (
              <th scope="col" className={classes.tick}>
                <Checkbox
                  size="xs"
                  aria-label={t('table.chooseAll')}
                  checked={table.getIsAllRowsSelected()}
                  indeterminate={table.getIsSomeRowsSelected()}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </th>
            ) : null}
            {table.getFlatHeaders().map((header) => {
              const column = shape.get(header.column.id);
              return (
                <th
                  key={header.id}
                  scope="col"
                  data-align={column?.align}
                  data-wide={column?.wide}
                  style={{ width: column?.width }}
                >
                  {column?.quietHeader ? <span className="sr-only">{column.header}</span> : column?.header}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {above > 0 ? (
            <tr aria-hidden>
              <td colSpan={width} style={{ height: above, padding: 0, border: 0 }} />
            </tr>
          ) : null}
          {items.map(({ index, key }) => {
            const row = tableRows[index];
            if (!row) return null;
            return (
              <tr
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                data-selected={row.getIsSelected() || undefined}
                className={glowing.has(row.id) ? 'glow' : undefined}
                onAnimationEnd={() => fade(row.id)}
                onFocus={() => setActive(index)}
                aria-rowindex={index + 1}
              >
                {onSelect ? tick(row) : null}
                {row.getVisibleCells().map((cell) => {
                  const column = shape.get(cell.column.id);
                  return (
                    <td
                      key={cell.id}
                      role={CELL}
                      data-align={column?.align}
                      data-wide={column?.wide}
                      data-nowrap={column?.noWrap}
                      data-card={column?.card ?? 'none'}
                    >
                      {table.FlexRender({ cell })}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {below > 0 ? (
            <tr aria-hidden>
              <td colSpan={width} style={{ height: below, padding: 0, border: 0 }} />
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
};
