import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { LanguageButton } from '../frame/language-button.tsx';
import classes from './session.module.css';

interface PublicFrameProps {
  readonly title: string;
  readonly text?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The quiet page around everything that comes before the panel. */
export const PublicFrame = ({ title, text, wide = false, children }: PublicFrameProps) => {
  useEffect(() => {
    document.title = `${title} · Zahlwerk`;
  }, [title]);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <img src="/favicon.svg" alt="" width={24} height={24} />
          Zahlwerk
        </span>
        <LanguageButton />
      </header>
      <main className={classes.card} data-wide={wide || undefined}>
        <h1 className={classes.title}>{title}</h1>
        {text ? <p className={classes.text}>{text}</p> : null}
        {children}
      </main>
    </div>
  );
};
