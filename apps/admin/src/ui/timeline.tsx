import type { ReactNode } from 'react';
import classes from './timeline.module.css';

export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly atText: string;
  readonly title: string;
  readonly who: string;
  readonly detail?: ReactNode;
  readonly emphasis?: 'money' | 'warn' | 'bad';
}

/** What has happened, newest first; additions are announced politely. */
export const Timeline = ({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) => (
  <ol className={classes.timeline} aria-label={label} aria-live="polite" aria-relevant="additions">
    {entries.map(({ id, at, atText, title, who, detail, emphasis }) => (
      <li key={id} className={classes.entry} data-emphasis={emphasis}>
        <time dateTime={at} className={classes.time}>
          {atText}
        </time>
        <span className={classes.words}>
          <span className={classes.title}>{title}</span>
          <span className={classes.who}>{who}</span>
          {detail ? <span className={classes.detail}>{detail}</span> : null}
        </span>
      </li>
    ))}
  </ol>
);
