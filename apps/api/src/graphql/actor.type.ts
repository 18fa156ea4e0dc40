import { builder } from './builder.ts';

export const ActorKindEnum = builder.enumType('ActorKind', {
  description: 'Who can do something.',
  values: {
    MEMBER: { description: 'A person of the business.' },
    INTEGRATION: { description: "A partner's software, through its key." },
    CUSTOMER: { description: 'The customer, through a link.' },
    SYSTEM: { description: 'The machine.' },
  } as const,
});
