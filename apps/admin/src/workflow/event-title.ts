import { useTranslation } from 'react-i18next';
import type { EventType, Step } from '#gql/graphql';
import { STEPS } from './step-slugs.ts';

interface EventView {
  readonly type: EventType;
  readonly data: unknown;
}

const stepOf = (data: unknown): Step | null => {
  const named = typeof data === 'object' && data !== null && 'step' in data ? data.step : null;
  return STEPS.find((step) => step === named) ?? null;
};

/** What has happened, with the step it is about where it names one. */
export const useEventTitle = (): ((event: EventView) => string) => {
  const { t } = useTranslation();
  return ({ type, data }) => {
    const step = stepOf(data);
    return step ? `${t(`event.${type}`)}: ${t(`step.${step}`)}` : t(`event.${type}`);
  };
};
