import type { ReaderConnection } from '#gql/graphql';

export const readers = {
  title: 'Card readers',
  text: 'Have the reader show a registration code (settings of the device) and enter it here. It is registered at the address of the business.',
  code: 'Registration code',
  codeExample: 'such as sepia-cerulean-aqua',
  label: 'Name',
  labelExample: 'such as Counter',
  register: 'Register a reader',
  registered: '“{{label}}” is registered.',
  removeText:
    'Nothing can be collected with this device any more. What was paid with it stays. Register it again to use it again.',
  needsProvider: 'Connect a payment provider first: readers belong to its account.',
  atReader: 'At the card reader',
  reader: 'Card reader',
  collect: 'Collect at the card reader',
  again: 'Collect again',
  cancel: 'Cancel',
  waiting: '“{{label}}” is waiting for the card',
  waitingText: 'The reader shows {{amount}}. The customer now presents card or phone.',
  read: 'Card read',
  readText: 'The bank is being asked.',
  paid: '{{amount}} paid',
  paidText: 'Approved at the card reader “{{label}}”.',
  failedText: '{{amount}} is still open. Collect again, with another card if need be, or cancel.',
  none: 'No card reader yet',
  noneText: 'With a card reader customers pay in person, with their card or their phone.',
} as const;

export const readerConnection = {
  ONLINE: 'Ready',
  OFFLINE: 'Out of reach',
  UNKNOWN: 'Not known',
} as const satisfies Record<ReaderConnection, string>;
