import type { Icon } from '@tabler/icons-react';
import classes from './tone-badge.module.css';

export type Tone = 'ok' | 'busy' | 'warn' | 'bad' | 'idle';

/** A state in colour, icon and word together, so that none of them is needed to understand it. */
export const ToneBadge = ({ tone, icon: Sign, children }: { tone: Tone; icon: Icon; children: string }) => (
  <span className={classes.badge} data-tone={tone}>
    <Sign size={13} stroke={2.2} aria-hidden />
    {children}
  </span>
);
