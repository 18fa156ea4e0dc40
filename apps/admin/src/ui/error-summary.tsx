import { Alert, Anchor, Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

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
    <Alert
      ref={ref}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertCircle size={18} />}
      title={message}
      mb="md"
    >
      {detail ? <p>{detail}</p> : null}
      {fields.length > 0 ? (
        <ul>
          {fields.map(({ inputId, label, message: problem }) => (
            <li key={inputId}>
              <Anchor
                size="sm"
                href={`#${inputId}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(inputId)?.focus();
                }}
              >
                {t('errors.atField', { label, problem })}
              </Anchor>
            </li>
          ))}
        </ul>
      ) : null}
      {action ? (
        <Button size="xs" variant="default" mt="xs" onClick={action.onClick}>
          {action.label}
        </Button>
      ) : null}
    </Alert>
  );
};
