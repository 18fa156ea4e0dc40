import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const bin = join(home, 'node_modules', '.bin');
rmSync(join(home, 'generated'), { recursive: true, force: true });

const { status } = spawnSync(join(bin, 'prisma'), ['generate', '--no-hints'], {
  cwd: home,
  stdio: 'inherit',
  env: {
    ...process.env,
    // Prisma starts the second generator by its bare name, with this very Node.
    PATH: [bin, dirname(process.execPath), process.env.PATH].join(delimiter),
    // The client needs no engine; without this Prisma would want to download one.
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
    CHECKPOINT_DISABLE: '1',
  },
});
process.exitCode = status ?? 1;
