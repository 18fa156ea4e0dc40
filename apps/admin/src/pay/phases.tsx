/** @jsxImportSource preact */
import type { PayViewFragment } from '#pay-gql/graphql';
import { readEvidence } from '../format/evidence.ts';
import type { PayFormat } from './pay-format.ts';
import type { PayWords } from './words.ts';

interface PhasesProps {
  readonly phases: PayViewFragment['moneyTrack']['phases'];
  readonly words: PayWords;
  readonly format: PayFormat;
}

const SIGN = { DONE: '✓', FAILED: '✕', PENDING: '' } as const;

/** The four phases of a payment with their time and proof, announced as they change. */
export const Phases = ({ phases, words, format }: PhasesProps) => (
  <section class="track" aria-label={words.track}>
    <h2>{words.track}</h2>
    <ol aria-live="polite">
      {phases.map(({ phase, state, at, evidence }) => {
        const proof = evidence ? readEvidence(evidence) : null;
        return (
          <li key={phase} data-state={state}>
            <span class="sign" aria-hidden="true">
              {SIGN[state]}
            </span>
            <span>
              <strong>{(state === 'DONE' ? words.phase : words.phaseAhead)[phase]}</strong>
              <span class="sr-only">: {words.phaseState[state]}</span>
              <span class="proof">
                {[at ? format.instant(at) : null, proof ? words.evidence[proof.word] : null]
                  .filter(Boolean)
                  .join(' · ') || words.phaseState[state]}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  </section>
);
