import type * as de from '../de/attachments.ts';
import type { Words } from '../words.ts';

export const attachments = {
  title: 'Files',
  add: 'Attach file',
  addTo: 'Attach file: {{what}}',
  dropHint: 'Or drop files here: PDF, PNG, JPEG, TXT, CSV, up to 10 MB.',
  name: 'Name',
  purpose: 'Kind',
  signedBy: 'Signed by',
  signatureDay: 'Signed on',
  vouchHint: 'You vouch for this signature being genuine.',
  signed: 'Signed by {{who}}',
  signedOn: 'Signed by {{who}} on {{day}}',
  vouchedBy: 'vouched for by {{who}}',
  sending: '{{share}}% sent',
  arrived: 'Uploaded, not attached yet',
  progress: 'Progress of {{name}}',
  attach: 'Attach',
  discard: 'Discard',
  done: 'The file is attached.',
  notKept: '{{name}} was not accepted',
  broken: 'The connection was lost. Nothing was saved, and it is safe to try again.',
} satisfies Words<typeof de.attachments>;

export const fileProblem = {
  FILE_TYPE_NOT_ALLOWED:
    'PDF, PNG, JPEG, TXT and CSV are allowed, and the content must be what the name says.',
  FILE_TOO_LARGE: 'A file may have at most 10 MB. Make it smaller or split it.',
  FILE_EMPTY: 'There is nothing in this file.',
  UNAUTHENTICATED: 'You are no longer signed in. Sign in again and repeat it.',
  FORBIDDEN: 'Your role may not attach files.',
} satisfies Words<typeof de.fileProblem>;

export const filePurpose = {
  AGREEMENT: 'Agreement',
  ORDER: 'Order',
  DELIVERY_NOTE: 'Delivery note',
  SLIP: 'Payment slip',
  CORRESPONDENCE: 'Correspondence',
  IDENTITY: 'Proof of identity',
  OTHER: 'Other',
} satisfies Words<typeof de.filePurpose>;
