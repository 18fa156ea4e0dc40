import { SegmentedControl, Select, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskPriority } from '#gql/graphql';
import { execute } from '../../api/graphql-client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { AccountSheet } from '../../customers/account-sheet.tsx';
import { DayInput } from '../../form/day-input.tsx';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../paths.ts';
import { ChargeMethod } from '../../payments/charge-method.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Facts } from '../../ui/facts.tsx';
import { actionState } from '../action-state.ts';
import { CaseFormMessages, StepActions } from '../step-actions.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';
import { CreatePaymentTask, TeamQuery } from './create-payment-task.graphql.ts';

interface TaskInput {
  readonly assigneeId: string | null;
  readonly dueOn: string | null;
  readonly priority: TaskPriority;
}

/** Whose task the payment becomes and until when; beside it the customer's account and what the invoice will say. */
export const CreatePaymentTaskScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [task, setTask] = useState<TaskInput>({ assigneeId: null, dueOn: null, priority: 'NORMAL' });
  const team = useQuery({
    queryKey: queryKeys.organization(),
    queryFn: ({ signal }) => execute(TeamQuery, {}, signal),
  });
  const creating = useCaseSubmission({
    paymentCase,
    send: async (input: TaskInput, command) =>
      (await execute(CreatePaymentTask, { input: { ...command, ...input } })).createPaymentTask,
    done: t('paymentTask.done'),
  });
  const create = actionState(paymentCase, 'CREATE_PAYMENT_TASK');
  const { customer } = paymentCase;
  const others = customer.cases.edges.map(({ node }) => node).filter(({ id }) => id !== paymentCase.id);
  const existing = paymentCase.tasks.find(({ kind }) => kind === 'PAYMENT');
  return (
    <Stack gap="md">
      <CaseFormMessages submission={creating} />
      {existing ? (
        <Facts
          facts={[
            [t('tasks.assignee'), existing.assignee?.name ?? t('tasks.unassigned')],
            [t('tasks.due'), format.day(existing.dueOn)],
            [t('tasks.state'), t(`taskState.${existing.state}`)],
          ]}
        />
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select
            label={t('tasks.assignee')}
            placeholder={t('tasks.team')}
            clearable
            data={(team.data?.viewer?.organization?.members ?? [])
              .filter(({ active, role }) => active && role !== 'ADVISER')
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={task.assigneeId}
            error={creating.fieldErrors.assigneeId}
            onChange={(assigneeId) => setTask({ ...task, assigneeId })}
          />
          <DayInput
            label={t('tasks.due')}
            placeholder={t('paymentTask.dueDefault')}
            clearable
            value={task.dueOn}
            error={creating.fieldErrors.dueOn}
            onChange={(dueOn) => setTask({ ...task, dueOn })}
          />
          <SegmentedControl
            aria-label={t('tasks.priority')}
            value={task.priority}
            onChange={(priority) => setTask({ ...task, priority: priority === 'HIGH' ? 'HIGH' : 'NORMAL' })}
            data={[
              { value: 'NORMAL', label: t('taskPriority.NORMAL') },
              { value: 'HIGH', label: t('taskPriority.HIGH') },
            ]}
          />
        </SimpleGrid>
      )}
      <section aria-label={t('paymentTask.account')}>
        <h3>{t('paymentTask.account')}</h3>
        <AccountSheet account={customer.account} />
      </section>
      <ChargeMethod paymentCase={paymentCase} />
      {others.length === 0 ? null : (
        <section aria-label={t('paymentTask.otherCases')}>
          <h3>{t('paymentTask.otherCases')}</h3>
          <Facts
            facts={others.map(
              (other) =>
                [
                  other.number,
                  <Link key={other.id} className="link" to={paths.case} params={{ caseId: other.id }}>
                    {t(`caseState.${other.state}`)}, {format.day(other.dueOn)} ·{' '}
                    <Amount of={other.amountOpen} />
                  </Link>,
                ] as const,
            )}
          />
        </section>
      )}
      {create ? (
        <StepActions>
          <ActionButton state={create} loading={creating.isSending} onClick={() => creating.submit(task)}>
            {paymentCase.invoicing === 'ISSUE' ? t('paymentTask.createAndInvoice') : t('paymentTask.create')}
          </ActionButton>
        </StepActions>
      ) : null}
    </Stack>
  );
};
