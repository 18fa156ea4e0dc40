import type { CaseView } from '../workflow/use-case.ts';

type Dispute = CaseView['disputes'][number];

export const DISPUTE_STAGES = [
  'TO_ANSWER',
  'ASKED',
  'ON_ITS_WAY',
  'WITH_BANK',
  'WON_UNPAID',
  'WON',
  'LOST',
  'RETURNED',
] as const;
/** What a dispute waits for, or what has come of it: the panel has a sentence for each. */
export type DisputeStage = (typeof DISPUTE_STAGES)[number];

export const disputeStage = ({
  kind,
  state,
  needsResponse,
  isInquiry,
  reinstatedAt,
  response,
}: Pick<
  Dispute,
  'kind' | 'state' | 'needsResponse' | 'isInquiry' | 'reinstatedAt' | 'response'
>): DisputeStage => {
  if (state === 'LOST') return kind === 'DEBIT_RETURN' ? 'RETURNED' : 'LOST';
  if (state === 'WON') return isInquiry || reinstatedAt ? 'WON' : 'WON_UNPAID';
  if (response?.state === 'RECORDED') return 'ON_ITS_WAY';
  if (!needsResponse) return 'WITH_BANK';
  return isInquiry ? 'ASKED' : 'TO_ANSWER';
};

export type DisputeNext = DisputeStage | 'LOST_COVERED' | 'RETURNED_COVERED';

/** What is to be said of a dispute: money that is gone leaves nothing to do once the claim is covered in another way. */
export const disputeNext = (stage: DisputeStage, openMinor: string): DisputeNext => {
  const isGone = stage === 'LOST' || stage === 'RETURNED';
  return isGone && openMinor === '0' ? `${stage}_COVERED` : stage;
};
