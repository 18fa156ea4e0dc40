import { cardByNumber } from '../../stripe/cards/test-cards.ts';
import { abandon, presentCard } from '../../stripe/terminal/present-card.ts';
import type { Step } from './step.ts';

const isShowing = (reader: { action: { status: string } | null } | undefined): boolean =>
  reader?.action?.status === 'in_progress';

/** A customer holds a card to the reader. */
const present: Step = {
  path: 'readers/:id/present',
  shelves: ['readers'],
  take: (scope, id, { number }) => {
    const reader = scope.tables.readers.get(id);
    const card = typeof number === 'string' ? number : '4242424242424242';
    if (!reader || !isShowing(reader) || !cardByNumber(card)) return false;
    presentCard(scope, reader, card);
    return true;
  },
};

/** What can happen at a reader before a card is read. */
const FAILURES: Readonly<Record<string, string>> = {
  customer_canceled: 'The customer canceled the action on the reader.',
  terminal_reader_timeout: 'The reader did not answer in time.',
};

/** The customer walks away, or the reader does not answer. */
const abandonPayment: Step = {
  path: 'readers/:id/abandon',
  shelves: ['readers'],
  take: (scope, id, { code }) => {
    const reader = scope.tables.readers.get(id);
    if (!reader || !isShowing(reader)) return false;
    const known = typeof code === 'string' && Object.hasOwn(FAILURES, code) ? code : 'customer_canceled';
    abandon(scope, reader, { by: 'reader', code: known, message: FAILURES[known] ?? '' });
    return true;
  },
};

/** Unplugs a reader, or plugs it in again. */
const connection: Step = {
  path: 'readers/:id/status',
  shelves: ['readers'],
  take: (scope, id, { status }) => {
    const reader = scope.tables.readers.get(id);
    if (!reader || (status !== 'online' && status !== 'offline')) return false;
    scope.tables.readers.put({ ...reader, status });
    return true;
  },
};

export const READER_STEPS = { present, abandon: abandonPayment, 'reader-status': connection };
