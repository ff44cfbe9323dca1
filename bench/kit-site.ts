/** A SvelteKit site built in a temporary folder with the versions installed here: both are measured in one run. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export type KitSite = { readonly entry: string; readonly remove: () => void };

/** `files`: content by path. Takes some seconds. Throws when the build fails. */
export function buildKitSite(files: Readonly<Record<string, string>>): KitSite {
  const folder = mkdtempSync(join(tmpdir(), 'bare-kit-'));
  linkModules(folder);
  // Where a site that shows our own components finds them.
  symlinkSync(resolve('src'), join(folder, 'ours'));
  for (const [path, content] of Object.entries({ ...SETTINGS, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  execFileSync(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { entry: join(folder, 'build/index.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const SETTINGS = {
  'package.json': JSON.stringify({
    name: 'bare-kit',
    private: true,
    type: 'module',
    imports: { '#ui/*': './ours/ui/*', '#domain/*': './ours/domain/*' },
  }),
  'vite.config.js': [
    `import adapter from '@sveltejs/adapter-node';`,
    `import { sveltekit } from '@sveltejs/kit/vite';`,
    `export default { plugins: [sveltekit({ adapter: adapter() })] };`,
  ].join('\n'),
};

/** Every installed package but the one that Kit writes for a project: ours must not be touched. */
function linkModules(folder: string): void {
  const installed = resolve('node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(installed).filter((entry) => !entry.startsWith('$') && !entry.startsWith('.'))) {
    symlinkSync(join(installed, name), join(folder, 'node_modules', name));
  }
}
