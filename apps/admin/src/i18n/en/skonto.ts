import type * as de from '../de/skonto.ts';
import type { Words } from '../words.ts';

export const skonto = {
  title: 'Early payment discount',
  text: 'For new cases where nothing else is said, and only for transfers to your account. Payments over the payment provider are always collected in full.',
  percent: 'Early payment discount in percent',
  days: 'Within how many days',
  save: 'Save discount',
  none: 'none',
  invalidPercent: 'Please enter a number above 0 and below 100 with at most two decimals.',
  invalidDays: 'Please enter a whole number from 1 to 90.',
  offer: '{{percent}}% by {{day}}: {{amount}}',
} satisfies Words<typeof de.skonto>;
