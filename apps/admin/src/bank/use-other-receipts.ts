import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { BookOtherReceiptInput } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { useSubmission } from '../form/use-submission.ts';
import { BookOtherReceipt, DecideOtherReceipt, ReverseOtherReceipt } from './other-receipts.graphql.ts';

const STALE = [[queryKeys.bankPool()[0]], [queryKeys.journal()[0]], [queryKeys.tasks()[0]]] as const;

const useDone = (onSuccess: () => void) => (message: string) => {
  notifications.show({ message, color: 'teal', withBorder: true });
  onSuccess();
};

/** Books a credit to an account, or asks for consent to it. */
export const useBooking = (onSuccess: () => void) => {
  const { t } = useTranslation();
  const done = useDone(onSuccess);
  return useSubmission({
    send: async (input: Omit<BookOtherReceiptInput, 'idempotencyKey'>, idempotencyKey) =>
      unwrap((await execute(BookOtherReceipt, { input: { ...input, idempotencyKey } })).bookOtherReceipt),
    stale: STALE,
    onSuccess: ({ receipt }) =>
      done(t(receipt.state === 'ASKED' ? 'otherReceipts.asked' : 'otherReceipts.booked')),
  });
};

/** Agrees as the second person, or refuses. */
export const useDecision = (receiptId: string, reason: string) => {
  const { t } = useTranslation();
  const done = useDone(() => {});
  return useSubmission({
    send: async (granted: boolean, idempotencyKey) => {
      const input = { receiptId, granted, reason: reason.trim() || null, idempotencyKey };
      return unwrap((await execute(DecideOtherReceipt, { input })).decideOtherReceipt);
    },
    stale: STALE,
    onSuccess: () => done(t('approval.done')),
  });
};

/** Takes a booking back. */
export const useReversal = (receiptId: string, onSuccess: () => void) => {
  const { t } = useTranslation();
  const done = useDone(onSuccess);
  return useSubmission({
    send: async (reason: string, idempotencyKey) =>
      unwrap(
        (await execute(ReverseOtherReceipt, { input: { receiptId, reason, idempotencyKey } }))
          .reverseOtherReceipt,
      ),
    stale: STALE,
    onSuccess: () => done(t('otherReceipts.reversed')),
  });
};
