import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useLiveState } from '../live/use-live-updates.ts';
import classes from './frame.module.css';

/** Whether the panel shows what is now, what was a moment ago, or since when it knows nothing new. */
export const LiveIndicator = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const state = useLiveState();
  const text =
    state.kind === 'live'
      ? t('live.live')
      : state.kind === 'catching-up'
        ? t('live.catchingUp')
        : state.kind === 'offline'
          ? t('live.offline', { time: format.time(state.since) })
          : t('live.connecting');
  return (
    <span
      className={classes.live}
      data-state={state.kind}
      role="status"
      title={state.kind === 'offline' ? t('live.offlineHint') : t('live.hint')}
    >
      <span className={classes.liveDot} aria-hidden />
      <span className={classes.liveText}>{text}</span>
    </span>
  );
};
