import * as attachments from './de/attachments.ts';
import * as bank from './de/bank.ts';
import * as business from './de/business.ts';
import * as captures from './de/captures.ts';
import * as cases from './de/cases.ts';
import * as charges from './de/charges.ts';
import * as codes from './de/codes.ts';
import * as common from './de/common.ts';
import * as customers from './de/customers.ts';
import * as disputes from './de/disputes.ts';
import * as evidence from './de/evidence.ts';
import * as frame from './de/frame.ts';
import * as ledger from './de/ledger.ts';
import * as readers from './de/readers.ts';
import * as refunds from './de/refunds.ts';
import * as session from './de/session.ts';
import * as skonto from './de/skonto.ts';
import * as words from './de/words.ts';

const { caseWords, ...rest } = cases;

export const de = {
  ...attachments,
  ...captures,
  ...bank,
  ...charges,
  ...codes,
  ...common,
  ...disputes,
  ...evidence,
  ...frame,
  ...ledger,
  ...readers,
  ...refunds,
  ...session,
  ...skonto,
  ...words,
  ...customers,
  ...business,
  ...rest,
  case: caseWords,
};
