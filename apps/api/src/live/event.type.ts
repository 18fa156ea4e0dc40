import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { EVENT_TYPES, type EventType } from '@zahlwerk/domain/workflow/events';
import { ActorType } from '../graphql/actor.type.ts';
import { builder } from '../graphql/builder.ts';
import { encodeId } from '../graphql/ids.ts';
import { actorOf } from '../workflow/load/columns.ts';
import { encodeCursor } from './cursor.ts';
import { FAMILY_OF } from './event-families.ts';

const nameOf = (type: EventType): string => type.replaceAll('.', '_').toUpperCase();

export const EventTypeEnum = builder.enumType('EventType', {
  description: 'What has happened. New values may come; clients pass over those they do not know.',
  values: Object.fromEntries(
    EVENT_TYPES.map((type) => [
      nameOf(type),
      { value: type, description: `The log's ${type}, told by ${FAMILY_OF[type]}.` },
    ]),
  ) as Record<string, { value: EventType; description: string }>,
});

/** Only the writers of the house append, and they know no other types. */
const typeOf = ({ type }: { readonly type: string }): EventType => type as EventType;

export const EventInterface = builder.prismaInterface('Event', {
  description:
    'An entry of the event log: the same id, in the same order, for everybody who may see it. What an event is about is a field of its type; it is null for callers without the scope, whom an error tells which one.',
  resolveType: (event) => FAMILY_OF[typeOf(event)],
  fields: (t) => ({
    id: t.id({ description: 'Stable and unique.', resolve: ({ position }) => encodeId('Event', position) }),
    position: t.expose('position', {
      type: 'BigInt',
      description: 'Its place in the log of the organization, without gaps.',
    }),
    cursor: t.string({ description: 'For `after`.', resolve: ({ position }) => encodeCursor(position) }),
    type: t.field({ type: EventTypeEnum, description: 'What has happened.', resolve: typeOf }),
    at: t.expose('at', { type: 'DateTime', description: 'When, in business time.' }),
    actor: t.field({
      type: ActorType,
      description: 'Who did it.',
      resolve: ({ actorKind, actorId }) => actorOf(actorKind, actorId) ?? SYSTEM,
    }),
    case: t.relation('paymentCase', { nullable: true, description: 'The case it belongs to.' }),
    reason: t.string({
      nullable: true,
      description: 'What a person wrote as the reason.',
      select: { reason: true },
      resolve: ({ reason }) => reason?.text ?? null,
    }),
  }),
});

export const EventConnection = builder.connectionObject(
  { type: EventInterface, name: 'EventConnection' },
  { name: 'EventEdge' },
);
