/**
 * The page that checks its own folder: one plain HTML file, which works from a folder without a network and asks none.
 *
 * Its script is made of the very files of ./checker, types taken out, one after the other: what the page runs is what the
 * tests run. Their names at top level are therefore all different.
 */
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { asMarkup } from '#domain/shared/markup.ts';
import { CHECKER_TITLE } from '#ui/messages/folder-check.fr.ts';

/** In the order in which they need each other. */
const PARTS = [
  'domain/shared/canonical-json.ts',
  'publishing/proof/checker/sha256.ts',
  'publishing/proof/checker/pdf-seal.ts',
  'publishing/proof/checker/folder.ts',
  'publishing/proof/checker/check-folder.ts',
  'ui/messages/folder-check.fr.ts',
  'publishing/proof/checker/checker-page.ts',
];

/** Words of the folder, escaped here. */
export type FolderWords = {
  readonly place: string;
  readonly exportedAt: string;
  readonly site: string;
  readonly head: string;
  readonly certificate: string;
  /** What stands in the folder: a link and what it is. */
  readonly contents: readonly { readonly path: string; readonly label: string }[];
  readonly notes: readonly string[];
};

export function checkerHtml(words: FolderWords): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${asMarkup(words.place)} : ${CHECKER_TITLE.toLowerCase()}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${asMarkup(words.place)}</h1>
<p>Tout ce que <strong>${asMarkup(words.site)}</strong> savait de ce lieu le ${asMarkup(words.exportedAt)} : les textes signés, leurs PDF, leurs pièces, les documents d’origine et le journal. Cette page vérifie le dossier ; elle n’envoie rien à personne et marche sans connexion.</p>
<h2 id="verifier">${CHECKER_TITLE}</h2>
<p><label for="dossier">Choisissez le dossier qui contient cette page</label><br>
<input type="file" id="dossier" webkitdirectory multiple></p>
<p><label for="fichiers">Si votre appareil ne propose pas de dossier, choisissez tous ses fichiers, en plusieurs fois s’il le faut</label><br>
<input type="file" id="fichiers" multiple></p>
<div id="resultat" role="status" aria-live="polite"></div>
<noscript><p><strong>Cette vérification a besoin de JavaScript.</strong> Sans lui : comparez les empreintes de manifeste.json avec l’outil sha256sum, et lisez le sceau des PDF avec pdfsig.</p></noscript>
<h2>Ce que cela prouve</h2>
<p>« Intact » veut dire que chaque fichier est celui qui a été exporté, que le site l’a signé, et que les événements du journal se tiennent. Comparez deux empreintes avec une source qui n’est pas ce dossier, le site par exemple :</p>
<dl>
<dt>Certificat du site (SHA-256)</dt><dd><code>${asMarkup(words.certificate)}</code></dd>
<dt>Dernier événement du journal entier</dt><dd><code>${asMarkup(words.head)}</code></dd>
</dl>
<p>Signature simple, sans valeur juridique : sa mémoire est sa force.</p>
<h2>Ce qu’il y a ici</h2>
<ul>
${words.contents.map(({ path, label }) => `<li><a href="${asMarkup(encodeURI(path))}">${asMarkup(path)}</a> : ${asMarkup(label)}</li>`).join('\n')}
</ul>
${words.notes.map((note) => `<p>${asMarkup(note)}</p>`).join('\n')}
</main>
<script>
${checkerScript()}
</script>
</body>
</html>
`;
}

/** Plain script that defines everything, then starts when there is a page. */
export function checkerScript(): string {
  const parts = PARTS.map((part) => plainScript(readFileSync(join(sourceFolder(), part), 'utf8')));
  return `(() => {\n'use strict';\n${parts.join('\n')}\nstartChecker();\n})();`.replaceAll('</script', '<\\/script');
}

function plainScript(source: string): string {
  return withoutTypes(source)
    .replace(/^import\s[^;]*;$/gm, '')
    .replace(/^export /gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
}

/** Node says once that its own stripping of types is young; whoever exports a folder need not read it. */
function withoutTypes(source: string): string {
  const warn = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}

/** Found from here upwards: this module runs from src/ as well as from the built server. */
function sourceFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'src');
    if (existsSync(join(candidate, 'publishing', 'proof', 'checker-html.ts'))) return candidate;
  }
  throw new Error('src/publishing/proof is missing beside the program');
}

const STYLE = `:root{color-scheme:light dark;font:106%/1.55 system-ui,sans-serif}main{max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}h1,h2{font-family:Charter,Georgia,serif;line-height:1.2}label{font-weight:600}input{font:inherit;max-width:100%;margin-top:.3rem}dt{margin-top:.6rem}dd{margin:0}#resultat:not(:empty){padding-left:1rem}#resultat.intact{border-left:6px solid #2a7d55}#resultat.altered{border-left:10px double #b0532f}`;
