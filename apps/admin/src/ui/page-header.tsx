import { Group, Title } from '@mantine/core';
import { Fragment, type ReactNode, useEffect } from 'react';
import classes from './page-header.module.css';

interface PageHeaderProps {
  readonly title: string;
  readonly above?: ReactNode;
  readonly beside?: ReactNode;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
}

/** Numbers of documents and cases stay in one piece, however narrow the screen is. */
const unbroken = (title: string): ReactNode =>
  title.split(' ').map((word, index) => (
    <Fragment key={word}>
      {index > 0 ? ' ' : null}
      {/\d/.test(word) ? <span className={classes.number}>{word}</span> : word}
    </Fragment>
  ));

/** The head of a screen; names the browser tab, too. */
export const PageHeader = ({ title, above, beside, below, actions }: PageHeaderProps) => {
  useEffect(() => {
    document.title = `${title} · Zahlwerk`;
  }, [title]);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {above}
        <Group gap="sm" align="center">
          <Title order={1}>{unbroken(title)}</Title>
          {beside}
        </Group>
        {below}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
};
