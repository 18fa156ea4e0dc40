import { useTranslation } from 'react-i18next';
import { ConnectionFailed, RequestFailed } from '../api/graphql-client.ts';
import { Refused } from '../api/refusal.ts';
import { useUnblocker } from '../i18n/use-unblocker.ts';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import type { Submission } from './use-submission.ts';

interface SubmissionErrorProps {
  readonly submission: Pick<Submission<never>, 'error' | 'fieldErrors' | 'reset'>;
  /** Label and input id of every field path the server may refuse. */
  readonly fields?: Readonly<Record<string, { readonly label: string; readonly inputId: string }>>;
  /** Reads the newest state after somebody else has changed it in between. */
  readonly onReload?: () => void;
}

/** Says what the server has refused: in words, with the fields to look at, and what to do next. */
export const SubmissionError = ({ submission, fields = {}, onReload }: SubmissionErrorProps) => {
  const { t } = useTranslation();
  const unblocker = useUnblocker();
  const { error } = submission;
  if (!error) return null;
  if (error instanceof Refused) {
    const problems = Object.entries(submission.fieldErrors).map(([path, message]): FieldProblem => {
      const field = fields[path];
      return { inputId: field?.inputId ?? path, label: field?.label ?? path, message };
    });
    const conflict = error.error.__typename === 'VersionConflict';
    const unblockedBy = 'unblockedBy' in error.error ? error.error.unblockedBy : null;
    return (
      <ErrorSummary
        key={error.message}
        message={conflict ? t('errors.changedMeanwhile') : error.message}
        detail={
          unblockedBy ? t('action.unblockedBy', { who: unblocker(unblockedBy) }) : t('errors.nothingWritten')
        }
        fields={problems}
        {...(conflict && onReload && { action: { label: t('errors.showNewest'), onClick: onReload } })}
      />
    );
  }
  const text =
    error instanceof ConnectionFailed
      ? t('errors.connection')
      : error instanceof RequestFailed && error.code === 'FORBIDDEN'
        ? t('errors.forbidden')
        : t('errors.unexpected');
  return (
    <ErrorSummary
      message={text}
      detail={error instanceof ConnectionFailed ? t('errors.safeToRepeat') : null}
    />
  );
};
