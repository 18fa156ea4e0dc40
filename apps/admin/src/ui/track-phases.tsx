import { IconCheck, IconCircleDashed, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Phase, PhaseState } from '#gql/graphql';
import { useEvidence } from '../format/use-evidence.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './track-phases.module.css';

export interface PhaseView {
  readonly phase: Phase;
  readonly state: PhaseState;
  readonly at?: string | null;
  readonly evidence?: string | null;
}

const SIGN = { DONE: IconCheck, FAILED: IconX, PENDING: IconCircleDashed } as const satisfies Record<
  PhaseState,
  unknown
>;

/** The money track: four phases, each with its time and its evidence. */
export const TrackPhases = ({ phases }: { phases: readonly PhaseView[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const evidenceText = useEvidence();
  return (
    <ol className={classes.track} aria-label={t('phases.label')}>
      {phases.map(({ phase, state, at, evidence }) => {
        const Sign = SIGN[state];
        return (
          <li key={phase} className={classes.phase} data-state={state}>
            <span className={classes.sign}>
              <Sign size={14} stroke={2.4} aria-hidden />
            </span>
            <span className={classes.words}>
              <span className={classes.name}>
                {t(`phase.${phase}`)}
                <span className="sr-only">: {t(`phaseState.${state}`)}</span>
              </span>
              <span className={classes.proof}>
                {at ? <time dateTime={at}>{format.instant(at)}</time> : t(`phaseState.${state}`)}
              </span>
              {evidence ? <span className={classes.proof}>{evidenceText(evidence)}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
};
