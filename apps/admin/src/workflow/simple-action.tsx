import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAction } from '#gql/graphql';
import { ActionButton } from '../ui/action-button.tsx';
import { actionState } from './action-state.ts';
import { CaseFormMessages, StepActions } from './step-actions.tsx';
import type { CaseView } from './use-case.ts';
import { type CaseCommand, useCaseSubmission } from './use-case-submission.ts';

interface SimpleActionProps {
  readonly paymentCase: CaseView;
  readonly action: CaseAction;
  readonly label: string;
  readonly done: string;
  readonly send: (command: CaseCommand) => Promise<{ readonly __typename: string }>;
  readonly children?: ReactNode;
}

/** A step's command that needs nothing but the decision to do it. */
export const SimpleAction = ({ paymentCase, action, label, done, send, children }: SimpleActionProps) => {
  const { t } = useTranslation();
  const submission = useCaseSubmission({
    paymentCase,
    send: (_nothing: null, command) => send(command),
    done,
  });
  const state = actionState(paymentCase, action);
  if (!state) return <p>{t('case.nothingToDo')}</p>;
  return (
    <>
      <CaseFormMessages submission={submission} />
      <StepActions>
        <ActionButton state={state} loading={submission.isSending} onClick={() => submission.submit(null)}>
          {label}
        </ActionButton>
        {children}
      </StepActions>
    </>
  );
};
