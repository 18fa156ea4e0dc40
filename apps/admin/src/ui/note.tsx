import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './note.module.css';
import type { Tone } from './tone-badge.tsx';

interface NoteProps {
  readonly tone: Tone;
  readonly icon: Icon;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** Something the reader should know before going on. */
export const Note = ({ tone, icon: Sign, title, children }: NoteProps) => (
  <div className={classes.note} data-tone={tone}>
    <Sign size={18} stroke={1.8} aria-hidden className={classes.icon} />
    <div className={classes.words}>
      {title ? <strong className={classes.title}>{title}</strong> : null}
      {children ? <div>{children}</div> : null}
    </div>
  </div>
);
