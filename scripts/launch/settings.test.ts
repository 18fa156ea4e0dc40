import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.mjs';

const USER = 1000;

describe('the settings of a start', () => {
  it('are those of the demo when nothing is set', () => {
    expect(readSettings([], {}, USER)).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      databaseUrl: null,
      ports: { api: 4000, sandbox: 4010, stripe: 4011, resend: 4012, twilio: 4013, postgres: 4014 },
      publicUrl: 'http://localhost:4000',
    });
  });

  it('leave out the stand-ins in production', () => {
    expect(readSettings(['--mode=production'], {}, USER)).toMatchObject({
      ports: { api: 4000, postgres: 4014 },
      publicUrl: null,
    });
    expect(Object.keys(readSettings([], { ZAHLWERK_MODE: 'production' }, USER).ports)).toEqual([
      'api',
      'postgres',
    ]);
  });

  it('leave out the embedded Postgres where there is another database', () => {
    const { ports } = readSettings([], { DATABASE_URL: 'postgres://localhost/zahlwerk' }, USER);
    expect(ports).not.toHaveProperty('postgres');
  });

  it('take an empty variable for an unset one', () => {
    const empty = { ZAHLWERK_PORT: '', DATABASE_URL: '', ZAHLWERK_MODE: '', ZAHLWERK_DATA_DIR: '' };
    expect(readSettings([], empty, USER)).toEqual(readSettings([], {}, USER));
  });

  it("keep root's data outside the clone, where the user that runs Postgres can pass", () => {
    expect(readSettings([], {}, 0).dataDir).toMatch(/^\/var\/lib\/zahlwerk\/[0-9a-f]{12}\/demo$/);
    expect(readSettings([], {}, USER).dataDir).toMatch(/\/\.zahlwerk\/demo$/);
    expect(readSettings([], { ZAHLWERK_DATA_DIR: '/srv/desk' }, 0).dataDir).toBe('/srv/desk');
  });

  it('keep the data of the demo and of production apart', () => {
    const folders = ['demo', 'production'].map((mode) => readSettings([`--mode=${mode}`], {}, USER).dataDir);
    expect(folders.map((folder) => folder.split('/').at(-1))).toEqual(['demo', 'production']);
  });

  it.each([
    [['--fast'], {}, 'There is no option --fast; --help lists them.'],
    [['--mode=test'], {}, 'The mode is "demo" or "production", not "test".'],
    [[], { ZAHLWERK_PORT: '70000' }, 'ZAHLWERK_PORT must be a port number from 1 to 65535, not "70000".'],
    [[], { SANDBOX_PORT: '4000' }, 'ZAHLWERK_PORT and SANDBOX_PORT name the same port 4000.'],
  ])('are refused in one sentence: %j %j', (args, env, sentence) => {
    expect(() => readSettings(args, env, USER)).toThrow(sentence);
  });
});
