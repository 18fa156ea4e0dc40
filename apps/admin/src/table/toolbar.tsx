import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

/** Search and filters above a list, the number of rows at its end. */
export const Toolbar = ({ children, count }: { children?: ReactNode; count?: string | null }) => (
  <div className={classes.toolbar}>
    {children}
    {count === undefined ? null : (
      <span className={classes.count} role="status">
        {count}
      </span>
    )}
  </div>
);
