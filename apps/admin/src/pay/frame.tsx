/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Language, WORDS } from './words.ts';

interface PayFrameProps {
  readonly language: Language;
  readonly title: string;
  readonly payee?: string;
  readonly payeeEmail?: string | null;
  readonly children: ComponentChildren;
}

/** The quiet page around everything a customer sees. */
export const PayFrame = ({ language, title, payee, payeeEmail, children }: PayFrameProps) => {
  const words = WORDS[language];
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
  }, [title, language]);
  return (
    <div class="page">
      {payee ? <header class="payee">{payee}</header> : null}
      <main class="card">{children}</main>
      {payeeEmail ? (
        <footer class="foot">
          {words.question} <a href={`mailto:${payeeEmail}`}>{payeeEmail}</a>
        </footer>
      ) : null}
    </div>
  );
};
