import { Button, Group, Textarea } from '@mantine/core';
import type { Submission } from '../form/use-submission.ts';
import { ActionButton, type ActionState } from '../ui/action-button.tsx';

interface DecisionFormProps {
  readonly action: ActionState | null;
  readonly submission: Submission<boolean>;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly labels: { readonly reason: string; readonly yes: string; readonly no: string };
}

/** A yes or no with its reason; whoever may not decide sees why, and who may. */
export const DecisionForm = ({ action, submission, reason, onReason, labels }: DecisionFormProps) => {
  if (!action) return null;
  if (!action.allowed)
    return (
      <ActionButton state={action} variant="default">
        {labels.yes}
      </ActionButton>
    );
  return (
    <>
      <Textarea
        label={labels.reason}
        autosize
        minRows={1}
        my="sm"
        value={reason}
        error={submission.fieldErrors.reason}
        onChange={({ currentTarget }) => onReason(currentTarget.value)}
      />
      <Group gap="xs">
        <Button loading={submission.isSending} onClick={() => submission.submit(true)}>
          {labels.yes}
        </Button>
        <Button variant="default" loading={submission.isSending} onClick={() => submission.submit(false)}>
          {labels.no}
        </Button>
      </Group>
    </>
  );
};
