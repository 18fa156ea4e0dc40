import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

interface EmptyProps {
  readonly icon: Icon;
  readonly title: string;
  /** What belongs here. */
  readonly children: string;
  /** The first thing to do. */
  readonly action?: ReactNode;
}

export const Empty = ({ icon: Sign, title, children, action }: EmptyProps) => (
  <div className={classes.empty}>
    <Sign size={28} stroke={1.5} aria-hidden className={classes.icon} />
    <p className={classes.title}>{title}</p>
    <p className={classes.text}>{children}</p>
    {action}
  </div>
);
