import { IconAlertTriangle, IconHourglass } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { LoadingLines } from '../ui/loading.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { useActorName } from './actor-name.ts';
import { isAlarming } from './stands-still.ts';
import classes from './step-panel.module.css';
import { STEP_SCREENS } from './step-screens.ts';
import { stepNumber } from './step-slugs.ts';
import { stopText } from './stop-text.ts';
import type { CaseView } from './use-case.ts';

type Run = CaseView['workTrack'][number];

/** Earlier and present runs of the step: who did it, when, or why it stands still. */
const Runs = ({ runs }: { runs: readonly Run[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const actorName = useActorName();
  return (
    <ul className={classes.runs}>
      {runs.map((run) => (
        <li key={run.run}>
          {runs.length > 1 ? `${t('case.run', { run: run.run })}: ` : null}
          {run.doneAt
            ? t('case.doneBy', {
                state: t(`stepState.${run.state}`),
                at: format.instant(run.doneAt),
                who: actorName(run.doneBy),
              })
            : run.openedAt
              ? t('case.openSince', { at: format.instant(run.openedAt) })
              : t(`stepState.${run.state}`)}
        </li>
      ))}
    </ul>
  );
};

/** Why the open run does not go on by itself. */
const StandsStill = ({ run, paymentCase }: { run: Run | undefined; paymentCase: CaseView }) => {
  const { t } = useTranslation();
  if (run?.stoppedBecause && isAlarming(run.stoppedBecause)) {
    return (
      <div className={classes.still}>
        <Note tone="warn" icon={IconAlertTriangle} title={t('case.stopped')}>
          {stopText(run.stoppedBecause, paymentCase)}
        </Note>
      </div>
    );
  }
  if (!run?.waitingFor || run.stoppedBecause) return null;
  return (
    <div className={classes.still}>
      <Note tone="busy" icon={IconHourglass}>
        {t(`waiting.${run.waitingFor}`)}
      </Note>
    </div>
  );
};

/** The chosen step in the middle of the case. */
export const StepPanel = ({ step, paymentCase }: { step: Step; paymentCase: CaseView }) => {
  const { t } = useTranslation();
  const Screen = STEP_SCREENS[step];
  const runs = paymentCase.workTrack.filter((run) => run.step === step);
  const open = runs.find(({ state }) => state === 'OPEN');
  return (
    <Section title={`${stepNumber(step)}. ${t(`step.${step}`)}`}>
      <p className={classes.about}>{t(`stepAbout.${step}`)}</p>
      <Runs runs={runs} />
      <StandsStill run={open} paymentCase={paymentCase} />
      <Suspense fallback={<LoadingLines lines={4} />}>
        <Screen paymentCase={paymentCase} />
      </Suspense>
    </Section>
  );
};
