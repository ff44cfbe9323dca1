import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { champignyAgreedText } from '#domain/pact/testing/champigny-agreed-text.ts';
import type { SealedSignature } from '#domain/signature/sealed-signature.ts';

type Props = {
  text: AgreedText;
  frozen: { sha256: string } | null;
  signatures?: readonly SealedSignature[];
};
type Renderer = { render: (component: unknown, options: { props: Props }) => { body: string } };

let vite: ViteDevServer | null = null;
beforeAll(async () => {
  vite = await createServer({
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [svelte({ configFile: false })],
  });
});
afterAll(async () => {
  await vite?.close();
});

async function sheet(props: Props): Promise<string> {
  if (vite === null) throw new Error('the renderer is there from beforeAll on');
  const { render } = (await vite.ssrLoadModule('svelte/server')) as Renderer;
  const component = await vite.ssrLoadModule(resolve('src/ui/agreed-text/AgreedTextSheet.svelte'));
  return render(component['default'], { props }).body.replace(/<!--[^>]*-->/g, '');
}

const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const TEXT = champignyAgreedText();
const FROZEN = { sha256: 'ab'.repeat(32) };

describe('the sheet of an agreed text', () => {
  test('holds every clause, title and observation of the text', async () => {
    const said = words(await sheet({ text: TEXT, frozen: FROZEN }));
    for (const { title, levels, observation } of TEXT.measures) {
      expect(said).toContain(title.replace(/\.$/, ''));
      if (observation !== null) expect(said).toContain(observation);
      for (const { clauses } of levels)
        for (const { text } of clauses) expect(said).toContain(text.replace(/\s+/g, ' '));
    }
    expect(said).toContain('K7M2P-9XQ4T');
    expect(said).toContain(FROZEN.sha256);
  });
  test('shows a changed wording beside that of the charter', async () => {
    const html = await sheet({ text: TEXT, frozen: FROZEN });
    expect(html).toContain('<ins> Un bilan est publié.</ins>');
    expect(html).toMatch(/Texte de la charte :.*<del>Créer ou renforcer<\/del>/s);
  });
  test('tells an excepted clause, and to whom a level is left', async () => {
    const said = words(await sheet({ text: TEXT, frozen: FROZEN }));
    expect(said).toContain('excepté : cet alinéa n’est pas promis : garantir un montant minimal');
    expect(said).toContain('Niveau 3 : laissé à une autre collectivité : Établissement public territorial');
  });
  test('before it is frozen says so, and shows no code', async () => {
    const said = words(await sheet({ text: TEXT, frozen: null }));
    expect(said).toContain('Projet : ce texte n’est pas encore arrêté');
    expect(said).not.toContain('K7M2P');
  });
  test('shows what people wrote as words, never as markup, and names hidden signs', async () => {
    const [local] = TEXT.localMeasures;
    if (local === undefined) throw new Error('no local measure');
    const hostile = { ...local, text: '<script>alert(1)</script>', observation: 'pris\u202erefusé' };
    const html = await sheet({ text: champignyAgreedText({ localMeasures: [hostile] }), frozen: FROZEN });
    expect(html).not.toContain('<script>');
    expect(html).toContain('pris[U+202E]refusé');
  });
  test('says who signed, when in Paris and in UTC, how, and what shows it; and which side nobody signed for', async () => {
    const signature: SealedSignature = {
      side: 'carrier',
      name: 'Dominique Petit',
      role: 'pour le collectif',
      means: 'paper',
      signedAt: '2026-03-10T18:30:00Z',
      emailProved: false,
      evidence: { filename: 'page.jpg', sha256: 'cd'.repeat(32) },
      confirmedBy: 2,
    };
    const said = words(await sheet({ text: TEXT, frozen: FROZEN, signatures: [signature] }));
    expect(said).toContain('Dominique Petit, pour le collectif sur papier, confirmée par 2 personnes');
    expect(said).toContain('10 mars 2026 à 19:30:00 (heure de Paris), soit 2026-03-10 18:30:00 UTC');
    expect(said).toContain('cd'.repeat(32));
    expect(said).toContain('Pour la liste Champigny Alternance Pas encore de signature.');
  });
  test('says that an addendum completes another text', async () => {
    const text = champignyAgreedText({ addendumTo: { code: 'ABCDE12345', sha256: 'ef'.repeat(32) } });
    expect(words(await sheet({ text, frozen: FROZEN }))).toContain('complète ou modifie le texte ABCDE-12345');
  });
});
