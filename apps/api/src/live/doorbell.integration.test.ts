import { connectionOptions } from '@zahlwerk/db/connection';
import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDoorbell, type Doorbell, notifyThrough } from './doorbell.ts';

let database: TestDatabase;
let superuser: pg.Pool;
let here: Doorbell;
let elsewhere: Doorbell;

const ORGANIZATION = '01234567-89ab-7def-8123-456789abcdef';
const ANOTHER = '01234567-89ab-7def-8123-456789abcde0';
const NEVER = new AbortController().signal;
const LONG = 20_000;

const open = (): Doorbell =>
  createDoorbell({
    connection: connectionOptions(database.url, 'zahlwerk_system'),
    notify: notifyThrough(database.system.pool),
    log: pino({ level: 'silent' }),
  });

const listening = async (): Promise<number> => {
  const { rows } = await superuser.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN zahlwerk_events'",
  );
  return rows[0]?.count ?? 0;
};

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 1 });
  here = open();
  elsewhere = open();
});

afterAll(async () => {
  await Promise.all([here.stop(), elsewhere.stop(), superuser.end()]);
  await database.drop();
});

describe('the doorbell', { timeout: 30_000 }, () => {
  it('is heard in the same process and in others', async () => {
    await expect.poll(listening).toBe(2);
    const listeners = [here.listenTo(ORGANIZATION), elsewhere.listenTo(ORGANIZATION)];
    for (const listener of listeners) listener.clear();
    const waits = listeners.map((listener) => listener.wait(LONG, NEVER));
    here.ring(ORGANIZATION);
    await Promise.all(waits);
    for (const listener of listeners) listener.leave();
    expect(here.listeners() + elsewhere.listeners()).toBe(0);
  });

  it('remembers a ring that came between two looks', async () => {
    const listener = here.listenTo(ORGANIZATION);
    listener.clear();
    here.ring(ORGANIZATION);
    await listener.wait(LONG, NEVER);
    listener.leave();
  });

  it('is heard only once in its own process', async () => {
    const listener = here.listenTo(ORGANIZATION);
    const last = here.listenTo(ANOTHER);
    const other = elsewhere.listenTo(ORGANIZATION);
    for (const each of [listener, last, other]) each.clear();
    here.ring(ORGANIZATION);
    await listener.wait(LONG, NEVER);
    listener.clear();
    // Postgres tells in order: who has heard of the other business has been told of this one before.
    await other.wait(LONG, NEVER);
    elsewhere.ring(ANOTHER);
    await last.wait(LONG, NEVER);
    const leaving = new AbortController();
    let heard = true;
    const wait = listener.wait(LONG, leaving.signal).then(() => {
      heard = leaving.signal.aborted === false;
    });
    leaving.abort();
    await wait;
    expect(heard).toBe(false);
    for (const each of [listener, last, other]) each.leave();
  });

  it('is not heard by other businesses', async () => {
    const listener = elsewhere.listenTo(ANOTHER);
    const mine = elsewhere.listenTo(ORGANIZATION);
    listener.clear();
    mine.clear();
    here.ring(ORGANIZATION);
    await mine.wait(LONG, NEVER);
    const leaving = new AbortController();
    let heard = true;
    const wait = listener.wait(LONG, leaving.signal).then(() => {
      heard = leaving.signal.aborted === false;
    });
    leaving.abort();
    await wait;
    expect(heard).toBe(false);
    listener.leave();
    mine.leave();
  });

  it('is heard again after its connection was lost, and rings for what may have been missed', async () => {
    const listener = elsewhere.listenTo(ORGANIZATION);
    listener.clear();
    const wait = listener.wait(LONG, NEVER);
    await superuser.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN zahlwerk_events'",
    );
    await wait;
    await expect.poll(listening).toBe(2);
    listener.clear();
    const again = listener.wait(LONG, NEVER);
    here.ring(ORGANIZATION);
    await again;
    listener.leave();
  });
});
