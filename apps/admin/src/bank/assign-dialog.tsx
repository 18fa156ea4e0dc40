import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankTransactionFieldsFragment } from '#gql/graphql';
import { AmountInput } from '../form/amount-input.tsx';
import { SubmissionError } from '../form/submission-error.tsx';
import { absolute } from '../format/absolute.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './bank.module.css';
import { CaseChoice } from './case-choice.tsx';
import { useAssignment } from './use-assignment.ts';
import { useParts } from './use-parts.ts';

interface AssignDialogProps {
  readonly transaction: BankTransactionFieldsFragment;
  readonly onClose: () => void;
}

/** Gives a credit to one open case, or its parts to several; what is left over stays in the pool. */
export const AssignDialog = ({ transaction, onClose }: AssignDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { parts, sum, currency, problemsOf, change, allocations, add, remove } = useParts(transaction);
  const assigning = useAssignment(onClose);
  const isSplit = parts.length > 1;
  const rest = { minor: sum.rest.minor.toString(), currency };
  const isTooMuch = sum.rest.minor < 0n;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const complete = allocations();
    if (complete) assigning.submit({ transactionId: transaction.id, allocations: complete });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('bank.assignTitle')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <SubmissionError submission={assigning} />
          {parts.map((part, at) => {
            const problems = problemsOf(part);
            const nth = { count: at + 1 };
            return (
              <Stack key={part.key} gap="xs" className={isSplit ? classes.part : undefined}>
                <CaseChoice
                  label={isSplit ? t('bank.caseNth', nth) : t('bank.case')}
                  startWith={at === 0 ? (transaction.counterpartyName ?? '') : ''}
                  caseId={part.caseId}
                  taken={parts.flatMap((other) => (other === part ? [] : (other.caseId ?? [])))}
                  error={problems.case}
                  onChange={(caseId) => change(part.key, { caseId })}
                />
                <AmountInput
                  label={isSplit ? t('bank.amountNth', nth) : t('case.amount')}
                  currency={currency}
                  value={part.amount}
                  onChange={(amount) => change(part.key, { amount })}
                  error={problems.amount}
                />
                {isSplit ? (
                  <Group justify="flex-end">
                    <Button size="compact-sm" variant="subtle" onClick={() => remove(part.key)}>
                      {t('bank.removePart', nth)}
                    </Button>
                  </Group>
                ) : null}
              </Stack>
            );
          })}
          <Group justify="space-between">
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={add}
            >
              {t('bank.addPart')}
            </Button>
            <span className={isTooMuch ? classes.tooMuch : classes.dim} aria-live="polite">
              {t(isTooMuch ? 'bank.splitOver' : 'bank.splitRest', {
                given: format.money({ minor: sum.given.minor.toString(), currency }),
                rest: format.money(absolute(rest)),
              })}
            </span>
          </Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={assigning.isSending} disabled={isTooMuch}>
              {t('bank.assign')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
