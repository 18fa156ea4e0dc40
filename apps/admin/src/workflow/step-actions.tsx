import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SubmissionError } from '../form/submission-error.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import classes from './step-actions.module.css';
import type { CaseSubmission } from './use-case-submission.ts';

/** The buttons of a step, always in the same place. */
export const StepActions = ({ children }: { children: ReactNode }) => (
  <div className={classes.actions}>{children}</div>
);

interface CaseFormMessagesProps {
  readonly submission: CaseSubmission<never>;
  readonly fields?: Readonly<Record<string, { readonly label: string; readonly inputId: string }>>;
}

/** What a form on a case has to say: the last refusal, or that somebody else has been faster. */
export const CaseFormMessages = ({ submission, fields = {} }: CaseFormMessagesProps) => {
  const { t } = useTranslation();
  if (submission.isOutdated) {
    return (
      <ErrorSummary
        message={t('errors.changedMeanwhile')}
        detail={t('errors.takeNewestText')}
        action={{ label: t('errors.takeNewest'), onClick: submission.takeNewest }}
      />
    );
  }
  return <SubmissionError submission={submission} fields={fields} onReload={submission.takeNewest} />;
};
