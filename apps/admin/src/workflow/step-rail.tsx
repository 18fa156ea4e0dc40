import {
  IconAlertTriangle,
  IconArrowForward,
  IconCheck,
  IconCircle,
  IconCircleDotFilled,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Step, StepState } from '#gql/graphql';
import { paths } from '../paths.ts';
import { isAlarming } from './stands-still.ts';
import classes from './step-rail.module.css';
import { STEP_SLUGS, STEPS, stepNumber } from './step-slugs.ts';
import type { CaseView } from './use-case.ts';

const SIGN = {
  PENDING: IconCircle,
  OPEN: IconCircleDotFilled,
  DONE: IconCheck,
  SKIPPED: IconArrowForward,
} as const satisfies Record<StepState, unknown>;

type Run = CaseView['workTrack'][number];

const lastRun = (runs: readonly Run[], step: Step): Run | undefined =>
  runs.filter((run) => run.step === step).sort((a, b) => b.run - a.run)[0];

interface StepRailProps {
  readonly caseId: string;
  readonly runs: readonly Run[];
  readonly chosen: Step;
}

/** The work track: ten steps, where each stands, and which one is looked at. */
export const StepRail = ({ caseId, runs, chosen }: StepRailProps) => {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('case.steps')}>
      <ol className={classes.rail}>
        {STEPS.map((step) => {
          const run = lastRun(runs, step);
          const state = run?.state ?? 'PENDING';
          const stopped = state === 'OPEN' && isAlarming(run?.stoppedBecause);
          const Sign = stopped ? IconAlertTriangle : SIGN[state];
          return (
            <li key={step}>
              <Link
                to={paths.case}
                params={{ caseId }}
                search={{ step: STEP_SLUGS[step] }}
                replace
                resetScroll={false}
                className={classes.step}
                data-state={stopped ? 'STOPPED' : state}
                aria-current={step === chosen ? 'step' : undefined}
              >
                <Sign size={15} stroke={2.2} aria-hidden className={classes.sign} />
                <span className={classes.number}>{stepNumber(step)}</span>
                <span className={classes.name}>{t(`step.${step}`)}</span>
                {run && run.run > 1 ? (
                  <span className={classes.run}>
                    <span aria-hidden>{run.run}×</span>
                    <span className="sr-only">{t('case.run', { run: run.run })}</span>
                  </span>
                ) : null}
                <span className="sr-only">{stopped ? t('case.stopped') : t(`stepState.${state}`)}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
