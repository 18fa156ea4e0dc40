import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where short confirmations appear; nothing on the first screen needs it, so it comes later. */
export const Toasts = () => <Notifications position="bottom-right" limit={3} />;
