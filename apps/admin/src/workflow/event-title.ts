import { useTranslation } from 'react-i18next';
import type { EventSubjectFragment } from '#gql/graphql';
import { useCode } from '../i18n/use-code.ts';

/** What has happened, with the step or the message it is about where it names one. */
export const useEventTitle = (): ((event: EventSubjectFragment) => string) => {
  const { t } = useTranslation();
  const code = useCode();
  return (event) => {
    const title = t(`event.${event.type}`);
    if ('step' in event) return `${title}: ${t(`step.${event.step}`)}`;
    return 'template' in event && event.template ? `${title}: ${code('template', event.template)}` : title;
  };
};
