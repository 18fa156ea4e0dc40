import * as attachments from './en/attachments.ts';
import * as bank from './en/bank.ts';
import * as business from './en/business.ts';
import * as captures from './en/captures.ts';
import * as cases from './en/cases.ts';
import * as charges from './en/charges.ts';
import * as codes from './en/codes.ts';
import * as common from './en/common.ts';
import * as customers from './en/customers.ts';
import * as disputes from './en/disputes.ts';
import * as evidence from './en/evidence.ts';
import * as frame from './en/frame.ts';
import * as ledger from './en/ledger.ts';
import * as readers from './en/readers.ts';
import * as refunds from './en/refunds.ts';
import * as session from './en/session.ts';
import * as skonto from './en/skonto.ts';
import * as words from './en/words.ts';

const { caseWords, ...rest } = cases;

export const en = {
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
