import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectOf } from './direction/project.ts';
import { RULES } from './direction/rules.ts';

/** A small house in which everything is in order. */
const HOUSE: Readonly<Record<string, string>> = {
  'packages/domain/package.json': '{"dependencies":{"zod":"catalog:"}}',
  'packages/domain/src/money/money.ts': 'export const zero = (at: Date) => new Date(at);',
  'packages/domain/src/customers/customer.schema.ts':
    "import { z } from 'zod'; export const customer = z.string();",
  'packages/domain/src/workflow/guard.ts':
    "import type { Step } from './step.ts'; export const guard = (step: Step) => step;",
  'packages/domain/src/workflow/step.ts':
    "import { guard } from './guard.ts'; export type Step = ReturnType<typeof guard>;",
  'packages/domain/src/workflow/steps/confirm-amount.ts':
    "import { guard } from '../guard.ts'; export const confirm = guard;",
  'packages/domain/src/workflow/steps/record-payment.ts':
    "import { guard } from '../guard.ts'; export const record = guard;",
  'packages/domain/src/workflow/steps/record-payment.test.ts':
    "import { readFileSync } from 'node:fs'; readFileSync('x');",
  'packages/db/package.json':
    '{"dependencies":{"@zahlwerk/domain":"workspace:*"},"devDependencies":{"pg":"catalog:"}}',
  'packages/db/src/tenant.ts':
    "export { zero } from '@zahlwerk/domain/money/money'; import type pg from 'pg'; export type Client = pg.Client;",
  'packages/db/src/rows.fixture.ts': 'export const rows = [];',
  'packages/documents/package.json': '{}',
  'packages/documents/src/receipt.ts': 'export const receipt = 1;',
  'apps/api/package.json': '{"dependencies":{"@zahlwerk/db":"workspace:*","stripe":"catalog:"}}',
  'apps/api/src/stripe/stripe.client.ts':
    "import Stripe from 'stripe'; export const open = () => new Stripe('');",
  'apps/api/src/payments/apply.ts':
    "import type Stripe from 'stripe'; export type Intent = Stripe.PaymentIntent;",
  'apps/api/src/workflow/save/steps.writer.ts': 'export const save = (tx) => tx.caseStep.update({});',
  'apps/api/src/workflow/transition.ts':
    "import { save } from './save/steps.writer.ts'; import '@zahlwerk/db/tenant'; save();",
  'apps/api/src/workflow/steps/confirm-amount.mutation.ts':
    "import { run } from './confirm-amount.type.ts'; run();",
  'apps/api/src/workflow/steps/confirm-amount.type.ts': 'export const run = () => {};',
  'apps/api/src/workflow/steps/record-payment.mutation.ts': 'export const run = () => {};',
  'apps/admin/package.json': '{"dependencies":{"@zahlwerk/domain":"workspace:*"}}',
  'apps/admin/src/cases.ts':
    "import { zero } from '@zahlwerk/domain/money/money'; import { customer } from '@zahlwerk/domain/customers/customer.schema'; zero(customer);",
  'apps/sandbox/package.json': '{}',
  'apps/sandbox/src/main.ts': "import { createServer } from 'node:http'; createServer();",
  'e2e/package.json': '{}',
  'e2e/stack.ts': 'export const start = () => {};',
  'bench/package.json': '{"devDependencies":{"@zahlwerk/e2e":"workspace:*"}}',
  'bench/start.ts': "import { start } from '@zahlwerk/e2e/stack'; start();",
  'scripts/start.mjs': "import { launch } from './launch/launch.mjs'; launch();",
  'scripts/launch/launch.mjs':
    "import { spawn } from 'node:child_process'; export const launch = () => spawn('');",
};

const violationsIn = (changes: Readonly<Record<string, string>> = {}): string[] => {
  const project = projectOf(new Map(Object.entries({ ...HOUSE, ...changes })));
  return RULES.flatMap((rule) => rule.check(project)).map(
    ({ rule, path, message }) => `${rule} | ${path} | ${message}`,
  );
};

/** Adds a line to one file of the house. */
const plant = (path: string, line: string): string[] =>
  violationsIn({ [path]: `${HOUSE[path] ?? ''}\n${line}` });

const declaring = (name: string): string =>
  `{"dependencies":{"@zahlwerk/domain":"workspace:*","${name}":"workspace:*"}}`;

describe('a house in order', () => {
  it('has no violations', () => {
    expect(violationsIn()).toEqual([]);
  });
});

describe('a planted violation is caught:', () => {
  it.each([
    ['packages/domain/src/money/money.ts', '@zahlwerk/db/tenant'],
    ['packages/db/src/tenant.ts', '@zahlwerk/documents/receipt'],
    ['packages/documents/src/receipt.ts', '@zahlwerk/db/tenant'],
    ['apps/admin/src/cases.ts', '@zahlwerk/db/tenant'],
    ['apps/admin/src/cases.ts', '@zahlwerk/api/workflow/transition'],
    ['apps/api/src/payments/apply.ts', '@zahlwerk/admin/cases'],
    ['apps/sandbox/src/main.ts', '@zahlwerk/domain/money/money'],
    ['packages/db/src/tenant.ts', '@zahlwerk/api/workflow/transition'],
  ])('%s imports %s', (path, specifier) => {
    const [, workspace] = specifier.split('/');
    const [found] = plant(path, `import '${specifier}';`);
    expect(found).toMatch(
      new RegExp(`^direction \\| ${path} \\| .* must not import (apps|packages)/${workspace}$`),
    );
  });

  it.each([
    ['a type', "import type { Client } from '@zahlwerk/db/tenant';"],
    ['a re-export', "export * from '@zahlwerk/db/tenant';"],
    ['a dynamic import', "await import('@zahlwerk/db/tenant');"],
    ["a type's import()", "export type Client = import('@zahlwerk/db/tenant').Client;"],
    ['a relative path', "import '../../../db/src/tenant.ts';"],
  ])('the domain reaches the database by %s', (_how, line) => {
    expect(plant('packages/domain/src/money/money.ts', line)).toContainEqual(
      'direction | packages/domain/src/money/money.ts | packages/domain must not import packages/db',
    );
  });

  it('another workspace is imported by its path', () => {
    expect(plant('packages/db/src/tenant.ts', "import '../../domain/src/money/money.ts';")).toEqual([
      'by name | packages/db/src/tenant.ts | ../../domain/src/money/money.ts leaves packages/db: import the other workspace by its name',
    ]);
  });

  it('the panel decides by a rule of the domain', () => {
    expect(plant('apps/admin/src/cases.ts', "import '@zahlwerk/domain/workflow/guard';")).toEqual([
      'panel | apps/admin/src/cases.ts | the panel may import only money and *.schema of the domain, not packages/domain/src/workflow/guard.ts',
    ]);
  });

  it.each([
    ["import { readFileSync } from 'node:fs';", 'the domain must not import node:fs'],
    ["import { readFileSync } from 'fs';", 'the domain must not import fs'],
    ["import { z } from 'zod';", 'zod belongs in *.schema.ts'],
    ['const now = Date.now();', 'the domain must not use Date.now'],
    ['const now = new Date();', 'the domain must not use Date()'],
    ['const now = Date();', 'the domain must not use Date()'],
    ['const dice = Math.random();', 'the domain must not use Math.random'],
    ['const id = crypto.randomUUID();', 'the domain must not use crypto.randomUUID'],
    ['const mode = process.env.MODE;', 'the domain must not use process.env'],
    ['const all = globalThis.process;', 'the domain must not use globalThis.process'],
    ["const answer = fetch('http://x');", 'the domain must not use fetch()'],
  ])('the domain is not pure: %s', (line, message) => {
    expect(plant('packages/domain/src/money/money.ts', line)).toEqual([
      `pure domain | packages/domain/src/money/money.ts | ${message}`,
    ]);
  });

  it('the domain takes another package', () => {
    expect(plant('packages/domain/src/money/money.ts', "import uuid from 'uuid';")).toContainEqual(
      'pure domain | packages/domain/src/money/money.ts | the domain may import only zod, ibantools, jsvat-next, libphonenumber-js, not uuid',
    );
  });

  it('a step imports a step, in the domain and in the API', () => {
    expect(
      plant('packages/domain/src/workflow/steps/confirm-amount.ts', "import './record-payment.ts';"),
    ).toEqual([
      'steps | packages/domain/src/workflow/steps/confirm-amount.ts | the step confirm-amount must not import the step record-payment',
    ]);
    expect(
      plant(
        'apps/api/src/workflow/steps/confirm-amount.mutation.ts',
        "import './record-payment.mutation.ts';",
      ),
    ).toEqual([
      'steps | apps/api/src/workflow/steps/confirm-amount.mutation.ts | the step confirm-amount must not import the step record-payment',
    ]);
  });

  it('files need each other', () => {
    expect(plant('packages/domain/src/workflow/guard.ts', "import './step.ts';")).toEqual([
      'cycles | packages/domain/src/workflow/guard.ts | a circle: packages/domain/src/workflow/guard.ts → packages/domain/src/workflow/step.ts → packages/domain/src/workflow/guard.ts',
    ]);
  });

  it('a provider is called from outside its folder', () => {
    expect(plant('apps/api/src/payments/apply.ts', "import Client from 'stripe';")).toEqual([
      'providers | apps/api/src/payments/apply.ts | stripe belongs to apps/api/src/stripe',
    ]);
  });

  it('somebody beside transition.ts changes a case', () => {
    expect(
      plant('apps/api/src/payments/apply.ts', "import { save } from '../workflow/save/steps.writer.ts';"),
    ).toEqual([
      'one writer | apps/api/src/payments/apply.ts | only transition.ts changes a case, so only it imports apps/api/src/workflow/save/steps.writer.ts',
    ]);
    expect(
      plant('apps/api/src/payments/apply.ts', 'export const close = (tx) => tx.paymentCase.updateMany({});'),
    ).toEqual([
      'one writer | apps/api/src/payments/apply.ts | only transition.ts changes a case, not paymentCase.updateMany',
    ]);
  });

  it('what starts before the installation needs a package, or a file that Node 20 cannot read', () => {
    const message = 'this runs before anything is installed: only node: and .mjs files of scripts/';
    expect(plant('scripts/launch/launch.mjs', "import 'pino';")).toEqual([
      `bare start | scripts/launch/launch.mjs | ${message}`,
    ]);
    expect(plant('scripts/start.mjs', "import './check.ts';")).toEqual([
      `bare start | scripts/start.mjs | ${message}`,
    ]);
  });

  it('what ships uses what is for tests', () => {
    expect(plant('packages/db/src/tenant.ts', "import { rows } from './rows.fixture.ts';")).toEqual([
      'shipped | packages/db/src/tenant.ts | packages/db/src/rows.fixture.ts is for tests only',
    ]);
  });

  it('an import is not declared, or only for development', () => {
    expect(plant('packages/documents/src/receipt.ts', "import 'pdfkit';")).toEqual([
      'manifest | packages/documents/src/receipt.ts | pdfkit is not among the run-time dependencies of packages/documents',
    ]);
    expect(plant('packages/db/src/tenant.ts', "import client from 'pg';")).toEqual([
      'manifest | packages/db/src/tenant.ts | pg is not among the run-time dependencies of packages/db',
    ]);
  });

  it('a declared dependency is not imported', () => {
    expect(violationsIn({ 'packages/db/package.json': declaring('pdfkit') })).toContainEqual(
      'manifest | packages/db/package.json | pdfkit is a dependency that nothing imports',
    );
  });
});

describe('the checker', () => {
  it('does not take an unreadable file for one without imports', () => {
    expect(() => plant('packages/db/src/tenant.ts', 'import {')).toThrow(
      'packages/db/src/tenant.ts cannot be parsed',
    );
  });

  it('does not mistake a name of its own for the global one', () => {
    expect(
      plant('packages/domain/src/money/money.ts', 'const f = (process: { id: string }) => process.id;'),
    ).toEqual([]);
  });

  it('fails when it sees hardly any files', () => {
    const home = mkdtempSync(join(tmpdir(), 'zahlwerk-direction-'));
    cpSync(import.meta.dirname, join(home, 'scripts'), { recursive: true });
    symlinkSync(join(import.meta.dirname, '../node_modules'), join(home, 'node_modules'));
    for (const folder of ['apps', 'packages', 'e2e', 'bench']) mkdirSync(join(home, folder));
    const { status, stderr } = spawnSync(process.execPath, [join(home, 'scripts/check-direction.ts')], {
      encoding: 'utf8',
    });
    rmSync(home, { recursive: true });
    expect(stderr).toContain('Only 0 files of packages/domain were read');
    expect(status).toBe(1);
  });
});
