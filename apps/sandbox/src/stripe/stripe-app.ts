import { Hono } from 'hono';
import { ENDPOINTS } from './endpoints.ts';
import { challengeRoutes } from './hosted/challenge-routes.ts';
import { checkoutRoutes } from './hosted/checkout-routes.ts';
import { paperRoutes } from './hosted/paper-routes.ts';
import { transferRoutes } from './hosted/transfer-routes.ts';
import { type ApiApp, apiRoutes } from './http/api-routes.ts';
import type { World } from './world.ts';

/** The Stripe stand-in as one app: the API, its hosted pages, and the sandbox's levers. */
export const stripeApp = (world: World, beat: () => void, control: Hono): ApiApp => {
  const app: ApiApp = new Hono();
  app.route('/', apiRoutes(world, ENDPOINTS, beat));
  app.route('/', checkoutRoutes(world, beat));
  app.route('/', challengeRoutes(world, beat));
  app.route('/', paperRoutes(world));
  app.route('/', transferRoutes(world));
  app.route('/', control);
  return app;
};
