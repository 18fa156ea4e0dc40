import type * as de from '../de/common.ts';
import type { Words } from '../words.ts';

export const common = {
  loading: 'Loading',
  tryAgain: 'Try again',
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  next: 'Next',
  add: 'Add',
  remove: 'Remove',
  edit: 'Edit',
  copy: 'Copy',
  copied: 'Copied',
  open: 'Open',
  all: 'All',
  none: 'None',
  yes: 'Yes',
  no: 'No',
  optional: 'optional',
  overdue: 'Overdue',
  today: 'Today',
  search: 'Search',
  showMore: 'Show more',
  download: 'Download',
  system: 'System',
  unknownPerson: 'Unknown',
  quote: '“{{text}}”',
  notSet: 'Not set',
} satisfies Words<typeof de.common>;

export const action = {
  unblockedBy: 'This can be done by: {{who}}.',
} satisfies Words<typeof de.action>;

export const failed = {
  title: 'This could not be loaded',
  connection: 'The server cannot be reached right now. Nothing has been changed.',
  forbidden: 'Your role may not see this. Ask the owner.',
  unexpected: 'An error occurred on the server. Nothing has been changed.',
} satisfies Words<typeof de.failed>;

export const errors = {
  atField: '{{label}}: {{problem}}',
  changedMeanwhile: 'Somebody has changed this in the meantime.',
  showNewest: 'Show the newest state',
  takeNewestText: 'Take the newest state first; what you typed stays.',
  takeNewest: 'Take the newest state',
  nothingWritten: 'Nothing has been saved.',
  connection: 'The server cannot be reached right now.',
  safeToRepeat: 'What you typed is still here. You can safely send it again: nothing happens twice.',
  forbidden: 'Your role may not do this. Nothing has been saved.',
  unexpected: 'An error occurred on the server. Please try again.',
} satisfies Words<typeof de.errors>;

export const form = {
  leaveUnsaved: 'What you typed has not been saved. Leave anyway?',
  required: 'Please fill this in.',
  invalidAmount: 'Please type an amount, for example 1,234.56.',
  tooManyDecimals: 'This currency has fewer decimals.',
  amountTooLarge: 'This amount is too large.',
  amountNotPositive: 'The amount must be greater than zero.',
  invalidDiscount: 'Please type a percentage up to 100% or an amount, for example 10% or 5.00.',
  invalidQuantity: 'Please type a quantity, for example 1.5.',
  invalidDate: 'Please type a date, for example 23/11.',
  draftRestored: 'What you typed before is still here.',
  discardDraft: 'Discard',
} satisfies Words<typeof de.form>;

export const table = {
  choose: 'Choose {{row}}',
  chooseAll: 'Choose all',
  columns: 'Columns',
  print: 'Print',
  printFailed: 'Printing has failed. Please try again.',
  removeFilter: 'Remove the filter: {{filter}}',
  keys: 'Keys: j and k move, Enter opens, / searches',
} satisfies Words<typeof de.table>;

export const diff = {
  field: 'Field',
  changed: 'changed',
} satisfies Words<typeof de.diff>;
