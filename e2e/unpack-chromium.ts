import { join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';

/**
 * Unpacks Chromium, its fonts and the shared libraries that a machine without a desktop does not have. The package
 * puts them into the folder for temporary files, so this runs as a process of its own with its own TMPDIR.
 */
const [packageFolder] = process.argv.slice(2);
if (!packageFolder) throw new Error('Needs the folder of @sparticuz/chromium.');
await chromium.executablePath();
await inflate(join(packageFolder, 'bin', 'al2023.tar.br'));
