import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './error-summary.module.css';
import { Note } from './note.tsx';

export interface FieldProblem {
  readonly inputId: string;
  readonly label: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  /** What happened, whether anything was written, what to do. */
  readonly message: string;
  readonly detail?: string | null;
  readonly fields?: readonly FieldProblem[];
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** Stands above a form after a refusal, takes the focus once, and leads to each field that needs a look. */
export const ErrorSummary = ({ message, detail, fields = [], action }: ErrorSummaryProps) => {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={classes.summary}>
      <Note tone="bad" icon={IconAlertCircle} title={message}>
        {detail}
        {fields.length > 0 ? (
          <ul className={classes.fields}>
            {fields.map(({ inputId, label, message: problem }) => (
              <li key={inputId}>
                <a
                  href={`#${inputId}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(inputId)?.focus();
                  }}
                >
                  {t('errors.atField', { label, problem })}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {action ? (
          <Button size="xs" variant="default" mt="xs" onClick={action.onClick}>
            {action.label}
          </Button>
        ) : null}
      </Note>
    </div>
  );
};
