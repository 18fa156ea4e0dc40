import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { LoadingLines } from '../ui/loading.tsx';
import { Note } from '../ui/note.tsx';
import classes from './books-state.module.css';
import { type FinishedCheck, useBooksChecks } from './use-books-checks.ts';

/** When the books were last checked, and what was found: fine only when every rule was asked and holds. */
export const BooksState = () => {
  const { t } = useTranslation();
  const checks = useBooksChecks();
  if (!checks) return <LoadingLines lines={1} height={40} />;
  const { isRunning, last } = checks;
  return (
    <div className={classes.state} role="status">
      {isRunning ? (
        <Note tone="busy" icon={IconLoader2}>
          {t('books.running')}
        </Note>
      ) : null}
      {last ? <Result check={last} /> : null}
      {!last && !isRunning ? (
        <Note tone="idle" icon={IconHelpCircle}>
          {t('books.never')}
        </Note>
      ) : null}
    </div>
  );
};

const Result = ({ check: { finishedAt, rules, broken, notChecked } }: { check: FinishedCheck }) => {
  const { t } = useTranslation();
  const when = useFormat().instant(finishedAt);
  if (broken.length === 0 && notChecked.length === 0)
    return (
      <Note tone="ok" icon={IconCircleCheck}>
        {t('books.fine', { count: rules, when })}
      </Note>
    );
  return (
    <>
      {broken.length > 0 ? (
        <Note tone="bad" icon={IconAlertTriangle} title={t('books.broken', { count: broken.length, when })}>
          <ul className={classes.rules}>
            {broken.map(({ rule, rows }) => (
              <li key={rule}>
                {rule}: <span className={classes.rows}>{rows.join(', ')}</span>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      {notChecked.length > 0 ? (
        <Note
          tone="warn"
          icon={IconHelpCircle}
          title={t('books.notChecked', { count: notChecked.length, when })}
        >
          {t('books.notCheckedText')}
          <ul className={classes.rules}>
            {notChecked.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </Note>
      ) : null}
    </>
  );
};
