import type Stripe from 'stripe';
import type { WireLineItem } from '../../state/records.ts';
import { integer, text } from './parameters.ts';
import { missing } from './stripe-error.ts';

/** The cursor parameters every list takes. */
export const PAGINATION = {
  limit: integer({ min: 1, max: 100 }),
  starting_after: text,
  ending_before: text,
};

interface Cursor {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
}

type Listed = { id: string; object?: string } | WireLineItem;

/** One page of a list that stands newest first. `ending_before` pages back towards the newest. */
export const pageOf = <T extends Listed>(
  items: readonly T[],
  cursor: Cursor,
  url: string,
): Stripe.ApiList<T> => {
  const { limit = 10, starting_after: after, ending_before: before } = cursor;
  const place = (id: string, param: string) => {
    const index = items.findIndex((item) => item.id === id);
    if (index < 0) throw missing(items[0]?.object ?? 'object', id, param);
    return index;
  };
  if (before !== undefined) {
    const end = place(before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', data: items.slice(start, end), has_more: start > 0, url };
  }
  const start = after === undefined ? 0 : place(after, 'starting_after') + 1;
  return {
    object: 'list',
    data: items.slice(start, start + limit),
    has_more: items.length > start + limit,
    url,
  };
};

/** A whole list inside another object, such as a charge's refunds. */
export const wholeList = <T>(data: T[], url: string): Stripe.ApiList<T> => ({
  object: 'list',
  data,
  has_more: false,
  url,
});
