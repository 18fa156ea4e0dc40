import { Hono } from 'hono';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Doorbell } from '../live/doorbell.ts';
import type { Shell, ShellContext } from './shell.ts';

export interface HttpMetrics {
  readonly registry: Registry;
  readonly observe: (method: string, status: number, seconds: number) => void;
}

export const createMetrics = (doorbell: Pick<Doorbell, 'listeners'>): HttpMetrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'zahlwerk_http_answer_seconds',
    help: 'How long answers took, by method and class of status.',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'zahlwerk_live_readers',
    help: 'How many readers follow the event log.',
    registers: [registry],
    collect() {
      this.set(doorbell.listeners());
    },
  });
  return {
    registry,
    observe: (method, status, seconds) =>
      answers.observe({ method, status: `${Math.floor(status / 100)}xx` }, seconds),
  };
};

const LOOPBACK = /^(::1|127(\.\d{1,3}){3}|::ffff:127(\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** A proxy on this machine also comes from here, but it says for whom, or by which name it was called. */
const isLocal = (c: ShellContext): boolean =>
  LOOPBACK.test(c.env.incoming.socket.remoteAddress ?? '') &&
  LOOPBACK_HOST.test(c.req.header('host') ?? '') &&
  !c.req.header('x-forwarded-for') &&
  !c.req.header('forwarded');

/** Figures for the machine's own monitoring; nobody else is told that they exist. */
export const metricsRoute = ({ registry }: HttpMetrics): Hono<Shell> =>
  new Hono<Shell>().get('/', async (c) =>
    isLocal(c)
      ? c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
      : c.notFound(),
  );
