/** The same markup as a finished page of ours in a SvelteKit page, and nothing else: no data, no database, no headers, no hook. */
import { buildKitSite, type KitSite } from './kit-site.ts';

/** Builds the site from the HTML of one finished page, as its home page. */
export function buildBareKit(html: string): KitSite {
  const head = between(html, /<head[^>]*>/, '</head>');
  const body = between(html, /<body[^>]*>/, '</body>');
  const language = /<html[^>]*>/.exec(html)?.[0] ?? '<html lang="fr">';
  return buildKitSite({
    'src/app.html': `<!doctype html>${language}<head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>`,
    'src/routes/+page.js': 'export const csr = false;\n',
    'src/routes/+page.svelte': `<svelte:head>${asTemplate(head)}</svelte:head>\n${asTemplate(body)}\n`,
  });
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
