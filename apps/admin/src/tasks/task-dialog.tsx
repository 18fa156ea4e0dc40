import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SubmissionError } from '../form/submission-error.tsx';
import type { Submission } from '../form/use-submission.ts';

interface TaskDialogProps {
  readonly title: string;
  readonly submission: Submission<never>;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** A question about one task; what the server refuses is said in words above the fields. */
export const TaskDialog = ({ title, submission, children, onSubmit, onClose }: TaskDialogProps) => {
  const { t } = useTranslation();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{title}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SubmissionError submission={submission} />
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={submission.isSending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
