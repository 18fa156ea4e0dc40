import type Stripe from 'stripe';

/** The version the sandbox speaks; it stops compiling when the SDK's types move on to another one. */
export const API_VERSION: Stripe.LatestApiVersion = '2026-10-28.endive';
