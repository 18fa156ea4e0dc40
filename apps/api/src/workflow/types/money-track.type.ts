import type { MoneyPosition } from '@zahlwerk/domain/workflow/money-position';
import type { MoneyPhase, MoneyTrack, PaymentFailure } from '@zahlwerk/domain/workflow/money-track';
import { builder } from '../../graphql/builder.ts';
import { MoneyType } from '../../graphql/money.type.ts';
import { MoneyPlaceEnum, PaymentStatusEnum, PhaseEnum, PhaseStateEnum, TurnEnum } from './enums.ts';

const NextAction = builder.enumType('FailureAction', {
  description: 'What can be done after a failed attempt.',
  values: ['RETRY', 'OTHER_METHOD', 'REMIND', 'CANCEL'] as const,
});

export const PaymentFailureType = builder.objectRef<PaymentFailure>('PaymentFailure').implement({
  description: 'Why the last attempt failed.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: "The provider's decline or error code, such as insufficient_funds.",
    }),
    message: t.exposeString('message', {
      nullable: true,
      description: "The provider's own words, if it gave any.",
    }),
    nextActions: t.expose('nextActions', { type: [NextAction], description: 'What can be done now.' }),
    nextTryAt: t.expose('nextTryAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the stored method is charged again by itself; null when it is not.',
    }),
  }),
});

export const MoneyPhaseType = builder.objectRef<MoneyPhase>('MoneyPhase').implement({
  description: 'One of the four phases of the money, with its evidence.',
  fields: (t) => ({
    phase: t.expose('phase', { type: PhaseEnum, description: 'Which phase.' }),
    state: t.expose('state', { type: PhaseStateEnum, description: 'Whether it has its evidence.' }),
    at: t.expose('at', { type: 'DateTime', nullable: true, description: 'When the evidence came in.' }),
    evidence: t.exposeString('evidence', {
      nullable: true,
      description: 'What proves it, in short: the charge, the checks of the card, the booked credit.',
    }),
  }),
});

export const MoneyTrackType = builder.objectRef<MoneyTrack>('MoneyTrack').implement({
  description: 'What has really happened to the money, derived from evidence.',
  fields: (t) => ({
    status: t.expose('status', { type: PaymentStatusEnum, description: 'The first status that applies.' }),
    phases: t.expose('phases', { type: [MoneyPhaseType], description: 'The four phases in order.' }),
    failure: t.expose('failure', {
      type: PaymentFailureType,
      nullable: true,
      description: 'Null when nothing has failed since.',
    }),
  }),
});

export const MoneyPositionType = builder.objectRef<MoneyPosition>('MoneyPosition').implement({
  description:
    'In plain words: where the money is, whose turn it is, since when, when it is expected, and what it brings.',
  fields: (t) => ({
    place: t.expose('place', { type: MoneyPlaceEnum, description: 'Where the money is.' }),
    turn: t.expose('turn', { type: TurnEnum, description: 'Whose turn it is.' }),
    since: t.expose('since', { type: 'DateTime', description: 'Since when it has been like this.' }),
    expectedOn: t.expose('expectedOn', {
      type: 'Date',
      nullable: true,
      description: 'Day on which the money should have arrived; null once it has, or when none is expected.',
    }),
    net: t.expose('net', {
      type: MoneyType,
      description:
        "What the claim brings: received and still expected, less the provider's fees as far as they are known.",
    }),
  }),
});
