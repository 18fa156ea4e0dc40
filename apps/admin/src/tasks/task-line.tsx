import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskRowFragment } from '#gql/graphql';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import { isAtBank, stepOfTask } from './step-of-task.ts';
import { useTaskDetail } from './task-detail.ts';
import classes from './task-line.module.css';
import { useTaskTitle } from './task-title.ts';

/** One task in two lines: what, for whom, until when. */
export const TaskLine = ({ task }: { task: TaskRowFragment }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useTaskTitle();
  const detail = useTaskDetail();
  const { today } = useBusiness();
  const late = task.dueOn < today;
  const inner = (
    <>
      <span className={classes.line}>
        <strong className={classes.title}>{title(task)}</strong>
        <span className={late ? classes.late : classes.dim}>
          {late ? `${t('common.overdue')} · ` : null}
          {format.daysFrom(task.dueOn)}
        </span>
      </span>
      <span className={classes.line}>
        <span className={classes.dim}>
          {task.case
            ? `${task.case.customer.name} · ${task.case.number}`
            : task.detail
              ? detail(task.detail)
              : null}
        </span>
        {task.case ? <Amount of={task.case.amountOpen} /> : null}
      </span>
    </>
  );
  if (!task.case && isAtBank(task))
    return (
      <Link className={classes.task} to={paths.bank}>
        {inner}
      </Link>
    );
  if (!task.case) return <div className={classes.task}>{inner}</div>;
  return (
    <Link
      className={classes.task}
      to={paths.case}
      params={{ caseId: task.case.id }}
      search={stepOfTask(task)}
    >
      {inner}
    </Link>
  );
};
