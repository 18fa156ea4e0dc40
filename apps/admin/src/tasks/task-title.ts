import { useTranslation } from 'react-i18next';
import type { TaskKind } from '#gql/graphql';
import { useCode } from '../i18n/use-code.ts';

interface TaskView {
  readonly kind: TaskKind;
  readonly reason: string | null;
}

/** What a task is about, in words. */
export const useTaskTitle = (): ((task: TaskView) => string) => {
  const { t } = useTranslation();
  const code = useCode();
  return ({ kind, reason }) => (reason ? code('taskReason', reason) : t(`taskKind.${kind}`));
};
