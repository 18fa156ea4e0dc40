import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { MoneyInput } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { useSubmission } from '../form/use-submission.ts';
import { AssignBankTransaction } from './bank.graphql.ts';

export interface Assignment {
  readonly transactionId: string;
  /** What of it goes to which case; what is left over stays in the pool. */
  readonly allocations: readonly { readonly caseId: string; readonly amount: MoneyInput }[];
}

/** Gives a credit to its cases; afterwards the pool and everything about money is read again. */
export const useAssignment = (onSuccess: () => void = () => {}) => {
  const { t } = useTranslation();
  return useSubmission({
    send: async ({ transactionId, allocations }: Assignment, idempotencyKey) =>
      unwrap(
        (
          await execute(AssignBankTransaction, {
            input: { transactionId, allocations: [...allocations], idempotencyKey },
          })
        ).assignBankTransaction,
      ),
    stale: [[queryKeys.bankPool()[0]], [queryKeys.payments()[0]]],
    onSuccess: () => {
      notifications.show({ message: t('bank.assigned'), color: 'teal', withBorder: true });
      onSuccess();
    },
  });
};
