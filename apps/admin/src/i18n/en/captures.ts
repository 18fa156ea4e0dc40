import type * as de from '../de/captures.ts';
import type { Words } from '../words.ts';

export const captures = {
  title: 'Capturing cards',
  reserved: '{{amount}} is reserved on the card',
  until: 'It can be captured until {{at}}; after that the reservation is lost.',
  running:
    'The amount is being captured. As soon as the payment provider confirms it, the case goes on by itself.',
  holder: 'Card of {{holder}}.',
  amount: 'Reserved',
  confirm: 'Confirm and capture {{amount}}',
  dialog: 'Capture {{amount}}?',
  exact:
    'The customer’s card is charged {{amount}}. The payment is then recorded by itself; nobody has to confirm it again. Only a refund takes it back.',
  partial: 'Less is reserved than is open: {{amount}} is captured, the rest of the claim stays open.',
  over: 'More is reserved than is open: {{amount}} is captured, {{released}} on the card is free again.',
  done: 'The capture has been requested.',
  release: 'Release the reservation',
  releaseTitle: 'Release the reservation of {{amount}}?',
  releaseText:
    'The amount on the customer’s card is free again. Nothing is captured; the claim stays open, and the customer can pay anew.',
  released: 'The reservation has been released.',
  newCases: 'Applies to new cases. Direct debits, bank transfers and card readers always collect at once.',
} satisfies Words<typeof de.captures>;

export const captureMode = {
  AUTOMATIC: 'At once',
  MANUAL: 'Reserve first',
} satisfies Words<typeof de.captureMode>;

export const captureModeText = {
  AUTOMATIC: 'The card is charged as soon as the customer pays.',
  MANUAL:
    'The amount is only reserved, usually for seven days. Step 6 captures it: by itself when everything agrees, otherwise a person does. What is not captured by then is lost.',
} satisfies Words<typeof de.captureModeText>;
