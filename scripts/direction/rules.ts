import { cyclesRule } from './cycles.rule.ts';
import { manifestRules } from './manifest.rules.ts';
import { importRule, isForTests, isTool, type Rule, sourceRule } from './rule.ts';
import { workspaceOf } from './target.ts';

/** ARCHITECTURE, "Direction". What is not named here may import nothing of ours. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/db': ['packages/domain'],
  'packages/bank-statements': ['packages/domain'],
  'packages/documents': ['packages/domain'],
  'packages/emails': ['packages/domain'],
  'apps/api': [
    'packages/domain',
    'packages/bank-statements',
    'packages/db',
    'packages/documents',
    'packages/emails',
  ],
  'apps/admin': ['packages/domain'],
  bench: ['e2e'],
  scripts: ['apps/api'],
};

const direction = importRule('direction', ({ source, target }) => {
  const from = workspaceOf(source.path);
  if (target.kind !== 'ours' || target.workspace === from) return null;
  return MAY_IMPORT[from]?.includes(target.workspace) ? null : `${from} must not import ${target.workspace}`;
});

const byName = importRule('by name', ({ source, import: { specifier }, target }) => {
  const from = workspaceOf(source.path);
  if (target.kind !== 'ours' || target.byName || target.workspace === from || from === 'scripts') return null;
  return `${specifier} leaves ${from}: import the other workspace by its name`;
});

/** What a person chooses from while typing, and the arithmetic of the total that is shown meanwhile. */
const WHILE_TYPING = ['customers/country.ts', 'invoices/unit.ts', 'invoices/invoice-lines.ts'].map(
  (path) => `packages/domain/src/${path}`,
);

/** The panel shows what the server tells; it shares money and the parsers of input, and decides nothing. */
const panel = importRule('panel', ({ source, target }) => {
  if (workspaceOf(source.path) !== 'apps/admin' || target.kind !== 'ours') return null;
  if (target.workspace !== 'packages/domain') return null;
  const { path } = target;
  const shared =
    path.startsWith('packages/domain/src/money/') ||
    path.endsWith('.schema.ts') ||
    WHILE_TYPING.includes(path);
  return shared ? null : `the panel may import only money and *.schema of the domain, not ${path}`;
});

const DOMAIN_PACKAGES = ['zod', 'ibantools', 'jsvat-next', 'libphonenumber-js'];

const pureImports = importRule('pure domain', ({ source, target }) => {
  if (workspaceOf(source.path) !== 'packages/domain' || isForTests(source.path)) return null;
  if (target.kind === 'builtin') return `the domain must not import ${target.name}`;
  if (target.kind === 'package' && !DOMAIN_PACKAGES.includes(target.name))
    return `the domain may import only ${DOMAIN_PACKAGES.join(', ')}, not ${target.name}`;
  if (target.kind === 'package' && target.name === 'zod' && !source.path.endsWith('.schema.ts'))
    return 'zod belongs in *.schema.ts';
  return null;
});

/** Clock, randomness and machine. Time and ids come in as arguments. */
const IMPURE =
  /^(Date\(\)|Date\.now|Math\.random|(crypto|process|performance|globalThis|console)\..*|(fetch|setTimeout|setInterval|setImmediate|queueMicrotask)\(\))$/;

const pureGlobals = sourceRule('pure domain', ({ path, globals }) =>
  workspaceOf(path) !== 'packages/domain' || isForTests(path)
    ? []
    : globals
        .filter(({ name }) => IMPURE.test(name))
        .map(({ name, line }) => ({ line, message: `the domain must not use ${name}` })),
);

const STEP = /^(.+\/workflow\/steps)\/([a-z-]+)[^/]*$/;
const RULES_OF_STEPS = 'packages/domain/src/workflow/steps';

/** A step is what has a rule in the domain; other files beside the steps serve several of them. */
const steps = importRule('steps', ({ project, source, target }) => {
  const [, folder, slug = ''] = STEP.exec(source.path) ?? [];
  const [, otherFolder, otherSlug = ''] = target.kind === 'ours' ? (STEP.exec(target.path) ?? []) : [];
  const bothSteps = [slug, otherSlug].every((one) => project.sources.has(`${RULES_OF_STEPS}/${one}.ts`));
  return bothSteps && folder === otherFolder && slug !== otherSlug
    ? `the step ${slug} must not import the step ${otherSlug}`
    : null;
});

/** SDKs that call out. Their types are words about the provider's objects and vanish before the program runs. */
const SDKS = ['stripe', 'resend', 'twilio'];

const providers = importRule('providers', ({ source, import: { typeOnly }, target }) => {
  if (target.kind !== 'package' || !SDKS.includes(target.name) || typeOnly || isForTests(source.path))
    return null;
  return source.path.startsWith(`apps/api/src/${target.name}/`)
    ? null
    : `${target.name} belongs to apps/api/src/${target.name}`;
});

const SAVE = 'apps/api/src/workflow/save/';
/** The journal is written by payouts as well. */
const CASE_WRITER = /^apps\/api\/src\/workflow\/save\/(save|(?!journal)[a-z-]+\.writer)\.ts$/;
/** A case comes into being in initiate.ts and changes in transition.ts. */
const WRITES_CASES = ['apps/api/src/workflow/transition.ts', 'apps/api/src/workflow/initiate.ts'];
const CASE_MODELS = ['paymentCase', 'caseLine', 'caseStep', 'checkItem', 'discrepancy', 'publishedStatus'];

const mayWriteCases = (path: string): boolean =>
  path.startsWith(SAVE) || WRITES_CASES.includes(path) || isForTests(path);

const oneWriterImports = importRule('one writer', ({ source, target }) =>
  target.kind === 'ours' && CASE_WRITER.test(target.path) && !mayWriteCases(source.path)
    ? `only transition.ts changes a case, so only it imports ${target.path}`
    : null,
);

const oneWriterCalls = sourceRule('one writer', ({ path, writes }) =>
  !path.startsWith('apps/api/src/') || mayWriteCases(path)
    ? []
    : writes
        .filter(({ model }) => CASE_MODELS.includes(model))
        .map(({ model, verb, line }) => ({
          line,
          message: `only transition.ts changes a case, not ${model}.${verb}`,
        })),
);

/** What starts before anything is installed. */
const BARE =
  /^scripts\/(start\.mjs|test\.mjs|check-fresh-clone\.mjs|(launch|prepare|test|fresh-clone)\/.+\.mjs)$/;

const bareStart = importRule('bare start', ({ source, target }) => {
  if (!BARE.test(source.path) || target.kind === 'builtin') return null;
  const inside = target.kind === 'ours' && target.path.startsWith('scripts/') && target.path.endsWith('.mjs');
  return inside ? null : 'this runs before anything is installed: only node: and .mjs files of scripts/';
});

/** Test code and tools must not slip into what ships. */
const shipped = importRule('shipped', ({ source, target }) =>
  target.kind === 'ours' && isForTests(target.path) && !isForTests(source.path) && !isTool(source.path)
    ? `${target.path} is for tests only`
    : null,
);

export const RULES: readonly Rule[] = [
  direction,
  byName,
  panel,
  pureImports,
  pureGlobals,
  steps,
  providers,
  oneWriterImports,
  oneWriterCalls,
  bareStart,
  shipped,
  cyclesRule,
  ...manifestRules,
];
