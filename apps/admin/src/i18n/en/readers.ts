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
  none: 'No card reader yet',
  noneText: 'With a card reader customers pay in person, with their card or their phone.',
} as const;

export const readerConnection = {
  ONLINE: 'Ready',
  OFFLINE: 'Out of reach',
  UNKNOWN: 'Not known',
} as const satisfies Record<ReaderConnection, string>;
