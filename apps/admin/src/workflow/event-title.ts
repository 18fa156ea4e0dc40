import { useTranslation } from 'react-i18next';
import type { EventType, Step } from '#gql/graphql';
import { useCode } from '../i18n/use-code.ts';
import { STEPS } from './step-slugs.ts';

interface EventView {
  readonly type: EventType;
  readonly data: unknown;
}

const named = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null && key in data ? data[key as keyof typeof data] : null;

const stepOf = (data: unknown): Step | null => STEPS.find((step) => step === named(data, 'step')) ?? null;

/** What has happened, with the step or the message it is about where it names one. */
export const useEventTitle = (): ((event: EventView) => string) => {
  const { t } = useTranslation();
  const code = useCode();
  return ({ type, data }) => {
    const step = stepOf(data);
    if (step) return `${t(`event.${type}`)}: ${t(`step.${step}`)}`;
    const template = named(data, 'template');
    return typeof template === 'string'
      ? `${t(`event.${type}`)}: ${code('template', template)}`
      : t(`event.${type}`);
  };
};
