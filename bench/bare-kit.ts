/**
 * A SvelteKit site of one page with the same markup as ours and nothing else: no database, no headers, no hook.
 *
 * It is built in a temporary folder with the versions installed here, so that both are measured in one run.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export type BareKit = { readonly entry: string; readonly remove: () => void };

/** Builds the site from the HTML of one finished page. Takes some seconds. Throws when the build fails. */
export function buildBareKit(html: string): BareKit {
  const folder = mkdtempSync(join(tmpdir(), 'bare-kit-'));
  linkModules(folder);
  for (const [path, content] of Object.entries(filesOf(html))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  execFileSync(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { entry: join(folder, 'build/index.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every installed package but the one that Kit writes for a project: ours must not be touched. */
function linkModules(folder: string): void {
  const installed = resolve('node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(installed).filter((entry) => !entry.startsWith('$') && !entry.startsWith('.'))) {
    symlinkSync(join(installed, name), join(folder, 'node_modules', name));
  }
}

function filesOf(html: string): Record<string, string> {
  const head = between(html, /<head[^>]*>/, '</head>');
  const body = between(html, /<body[^>]*>/, '</body>');
  const language = /<html[^>]*>/.exec(html)?.[0] ?? '<html lang="fr">';
  return {
    'package.json': JSON.stringify({ name: 'bare-kit', private: true, type: 'module' }),
    'vite.config.js': [
      `import adapter from '@sveltejs/adapter-node';`,
      `import { sveltekit } from '@sveltejs/kit/vite';`,
      `export default { plugins: [sveltekit({ adapter: adapter() })] };`,
    ].join('\n'),
    'src/app.html': `<!doctype html>${language}<head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>`,
    'src/routes/+page.js': 'export const csr = false;\n',
    'src/routes/+page.svelte': `<svelte:head>${asTemplate(head)}</svelte:head>\n${asTemplate(body)}\n`,
  };
}

/** HTML as a Svelte template: braces are text, and a script of data must not be taken for the component's own. */
function asTemplate(html: string): string {
  const scripts: string[] = [];
  const withoutScripts = html.replace(/<script[\s\S]*?<\/script>/g, (script) => {
    scripts.push(script);
    return `\u0000${scripts.length - 1}\u0000`;
  });
  return withoutScripts
    .replace(/[{}]/g, (brace) => `{'${brace}'}`)
    .replace(/\u0000(\d+)\u0000/g, (_mark, index: string) => {
      const literal = JSON.stringify(scripts[Number(index)]).replaceAll('</script', '<\\/script');
      return `{@html ${literal}}`;
    });
}

function between(html: string, opening: RegExp, closing: string): string {
  const start = opening.exec(html);
  if (start === null) return '';
  const from = start.index + start[0].length;
  const end = html.lastIndexOf(closing);
  return html.slice(from, end === -1 ? undefined : end);
}
