import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../format/parse-date.ts';
import { useFormat } from '../format/use-format.ts';
import { type Bar, cashFlowBars, type DayFigures } from './cash-flow.ts';
import classes from './cash-flow-chart.module.css';

const HEIGHT = 132;
const GAP = 2;
const SLOT = 14;

/** A table for whoever cannot or does not want to read the picture. */
const AsTable = ({ bars }: { bars: readonly Bar[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className={classes.table}>
      <summary>{t('overview.chartTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('overview.day')}</th>
            <th scope="col">{t('overview.chartReceived')}</th>
            <th scope="col">{t('overview.chartExpected')}</th>
          </tr>
        </thead>
        <tbody>
          {bars
            .filter(({ height }) => height > 0)
            .map(({ day, kind, amount }) => (
              <tr key={day}>
                <th scope="row">{format.day(day)}</th>
                <td>{kind === 'received' ? format.money(amount) : '–'}</td>
                <td>{kind === 'expected' ? format.money(amount) : '–'}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
};

/** Money per day, thirty days back and thirty ahead; what is only expected is drawn lighter. */
export const CashFlowChart = ({ days, today }: { days: readonly DayFigures[]; today: Day }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const bars = cashFlowBars(days, today);
  const [chosen, setChosen] = useState<Bar | null>(null);
  const width = bars.length * SLOT;
  const todayAt = bars.findIndex(({ day }) => day >= today);
  const labels = bars.filter((_bar, index) => index % 10 === 0);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.key} data-kind="received">
          {t('overview.chartReceived')}
        </span>
        <span className={classes.key} data-kind="expected">
          {t('overview.chartExpected')}
        </span>
        <output className={classes.readout}>
          {chosen ? `${format.day(chosen.day)}: ${format.money(chosen.amount)}` : null}
        </output>
      </figcaption>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('overview.cashFlowText')}
        onPointerLeave={() => setChosen(null)}
      >
        {bars.map((bar, index) => (
          <g key={bar.day} onPointerEnter={() => setChosen(bar)}>
            <rect x={index * SLOT} y={0} width={SLOT} height={HEIGHT} fill="transparent" />
            <rect
              className={classes.bar}
              data-kind={bar.kind}
              x={index * SLOT + GAP}
              width={SLOT - 2 * GAP}
              y={HEIGHT - Math.max(bar.height * HEIGHT, 1)}
              height={Math.max(bar.height * HEIGHT, 1)}
            />
          </g>
        ))}
        {todayAt > 0 ? (
          <line className={classes.today} x1={todayAt * SLOT} x2={todayAt * SLOT} y1={0} y2={HEIGHT} />
        ) : null}
      </svg>
      <div className={classes.axis} aria-hidden>
        {labels.map(({ day }) => (
          <span key={day}>{format.shortDay(day)}</span>
        ))}
      </div>
      <AsTable bars={bars} />
    </figure>
  );
};
