/**
 * Words by which a town hall and a charter say the same thing: « piste cyclable » and « vélo ». Each line is one matter of
 * municipal life; a word is written as ../text/tokens.ts folds it, `*` for any ending, several words with a space.
 * Written by hand: a word is added when two texts that speak of one thing did not meet.
 */
const FAMILIES: Readonly<Record<string, string>> = {
  bicycle: 'velo*, cycl*, bicyclette*, piste cyclable, pistes cyclables, arceau*, vae',
  walking: 'pieton*, marche a pied, trottoir*, pedibus',
  shared_travel: 'covoiturage*, autopartage*, transports en commun, transport en commun, bus, navette*, tramway*',
  canteen: 'cantine*, restauration scolaire, restauration collective, restaurant scolaire, menus, repas vegetarien*',
  organic: 'bio, biologique*, agroecolog*',
  short_circuit: 'circuit court, circuits courts, amap*, maraich*, producteurs locaux, vente directe',
  garden: 'jardin* partage*, jardins partages, potager*, jardins familiaux, agriculture urbaine',
  waste: 'dechet*, ordures, compost*, biodechet*, zero dechet, tri',
  reuse: 'reemploi, reutilisation, ressourcerie*, recyclerie*, repair, reparation*, recuperation, economie circulaire',
  purchase: 'achat*, marche public, marches publics, commande publique, spaser',
  social_economy: 'ess, economie sociale, cooperative*, scic, entreprises sociales',
  insertion: 'insertion, chantier* d insertion, clause sociale, clauses sociales',
  ethical_finance:
    'monnaie locale, finance solidaire, finances solidaires, financement ethique, epargne solidaire, crowdfunding',
  energy: 'energie*, energetique*, electricite, photovoltaique*, solaire*, chaleur',
  renovation: 'renovation*, isolation*, passoire*, thermique*',
  water: 'eau, eaux pluviales, desimpermeabilis*',
  nature: 'biodiversite, vegetalis*, arbre*, haie*, pollinisat*, espaces verts, phytosanitaire*, pesticide*',
  soil: 'artificialisation, terres agricoles, foncier agricole, plu',
  night: 'eclairage*, pollution lumineuse, extinction',
  advertising: 'publicit*, affichage*, panneau* publicitaire*, enseigne*',
  digital: 'numerique*, logiciel*, informatique*, open data, donnees ouvertes',
  participation:
    'participati*, concertation*, co-construction, coconstruction, referendum*, conseil citoyen, tirage au sort',
  transparency: 'transparence, indemnite*, lobby*, conflit* d interet*',
  housing: 'logement*, habitat*, hlm, bail reel solidaire, encadrement des loyers',
  welcome: 'accueil des migrants, migrant*, refugie*, exile*, hebergement d urgence, premier accueil',
  associations: 'associati*, benevol*, maison des associations',
  third_places: 'tiers lieu, tiers lieux, friche*',
  disability: 'handicap*, accessibilite, pmr',
  toilets: 'toilette*, sanitaires, douche*',
  young: 'jeune*, jeunesse, ecolier*, collegien*',
  equality: 'egalite femmes, parite, discrimination*, harcelement',
};

export type Pattern = {
  readonly family: string;
  readonly words: readonly { readonly text: string; readonly open: boolean }[];
};

/** Families by the first letters of their words. */
export type Patterns = ReadonlyMap<string, readonly Pattern[]>;

const PATTERNS = compilePatterns(FAMILIES);

/** Those that a folded word may begin, among the families of municipal life unless told. */
export function patternsFrom(key: string, patterns: Patterns = PATTERNS): readonly Pattern[] {
  return (patterns.get(key.slice(0, 2)) ?? []).filter(({ words: [first] }) => first !== undefined && fits(first, key));
}

/** The longest of `patterns` that goes on as these folded words do from `at`; null: none. */
export function familyAt(
  patterns: readonly Pattern[],
  { keys, at }: { readonly keys: readonly string[]; readonly at: number },
): { readonly family: string; readonly length: number } | null {
  let found: { readonly family: string; readonly length: number } | null = null;
  for (const { family, words } of patterns) {
    if (words.length <= (found?.length ?? 0)) continue;
    if (words.every((word, step) => fits(word, keys[at + step] ?? ''))) found = { family, length: words.length };
  }
  return found;
}

function fits({ text, open }: Pattern['words'][number], key: string): boolean {
  const plain = key.endsWith('·') ? key.slice(0, -1) : key;
  return open ? plain.startsWith(text) : plain === text;
}

/** Each word of two letters or more, written as FAMILIES above. */
export function compilePatterns(families: Readonly<Record<string, string>>): Patterns {
  const byStart = new Map<string, Pattern[]>();
  for (const [family, line] of Object.entries(families)) {
    for (const written of line.split(',')) {
      const words = written
        .trim()
        .split(/[ -]/)
        .map((word) => ({ text: word.replace('*', ''), open: word.endsWith('*') }));
      const start = words[0]?.text.slice(0, 2) ?? '';
      const known = byStart.get(start);
      if (known === undefined) byStart.set(start, [{ family, words }]);
      else known.push({ family, words });
    }
  }
  return byStart;
}
