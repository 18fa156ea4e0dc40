import { newId } from '../../stripe/ids.ts';
import type { Step } from './step.ts';

/** Sends an event again to every endpoint that was to hear it. */
const redeliver: Step = {
  path: 'events/:id/redeliver',
  shelves: ['events'],
  take: (scope, event) => {
    const endpoints = new Set(
      scope.tables.deliveries
        .newestFirst()
        .filter((delivery) => delivery.event === event)
        .map(({ endpoint }) => endpoint),
    );
    for (const endpoint of endpoints) {
      scope.tables.deliveries.put({
        id: newId('whdel'),
        event,
        endpoint,
        state: 'pending',
        attempts: [],
        nextTryAt: scope.now(),
        order: scope.world.store.nextSeq(),
      });
    }
    return endpoints.size > 0;
  },
};

export const EVENT_STEPS = { redeliver };
