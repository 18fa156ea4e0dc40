/** @jsxImportSource preact */
import { PayFrame } from './frame.tsx';
import { type Language, WORDS } from './words.ts';

/** A link that opens nothing (any more). Which of the reasons it is, is not told. */
export const Gone = ({ language }: { language: Language }) => {
  const words = WORDS[language];
  return (
    <PayFrame language={language} title={words.goneTitle}>
      <h1>{words.goneTitle}</h1>
      <p>{words.goneText}</p>
    </PayFrame>
  );
};

export const Loading = () => (
  <div class="page" aria-busy="true">
    <main class="card">
      <div class="bone wide" />
      <div class="bone tall" />
      <div class="bone" />
      <div class="bone" />
    </main>
  </div>
);
