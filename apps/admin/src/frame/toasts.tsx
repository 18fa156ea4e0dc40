import '@mantine/notifications/styles.css';
import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Where short confirmations appear; nothing on the first screen needs it, so it comes later. */
export const Toasts = () => {
  const { t } = useTranslation();
  // Each brings a button of its own, whose sign says nothing to a screen reader.
  const closeButtonProps = { 'aria-label': t('common.close') };
  return (
    <MantineThemeProvider theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}>
      <Notifications position="bottom-right" limit={3} />
    </MantineThemeProvider>
  );
};
