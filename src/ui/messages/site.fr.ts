/** Words of every page: the name, the way around, the foot. */
export const SITE_NAME = 'Parole tenue';
export const SKIP = 'Aller au contenu';
export const MAIN_NAVIGATION = 'Principale';
export const TRAIL = 'Fil d’Ariane';

export const NAVIGATION = [
  { href: '/communes', label: 'Communes' },
  { href: '/collectifs', label: 'Collectifs' },
  { href: '/chartes', label: 'Chartes' },
  { href: '/observatoire', label: 'Observatoire' },
  { href: '/lire', label: 'Lire un document' },
  { href: '/a-propos', label: 'À propos' },
  { href: '/compte', label: 'Mon espace' },
] as const;

/** Addresses that paper must not carry: they open something, or belong to one person. */
export const PRIVATE_PATHS: readonly string[] = [
  '/lire/',
  '/connexion',
  '/compte',
  '/courrier',
  '/negociations/',
  '/signer/',
  '/souhaits/',
  '/collectifs/invitation/',
  '/comites/invitation/',
  '/echeances/',
];

export const FOOT_PROMISE = 'Un pacte signé n’a pas de valeur juridique : sa mémoire fait sa force.';
export const FOOT_LINKS = [
  { href: '/verifier', label: 'Vérifier un pacte' },
  { href: '/consultations', label: 'Consultations' },
  { href: '/partenaires', label: 'Organisations partenaires' },
  { href: '/a-propos', label: 'Qui parle ici, et comment' },
  { href: '/methode', label: 'Comment une promesse est évaluée' },
  { href: '/donnees', label: 'Données ouvertes : tout télécharger' },
  { href: '/a-propos#accessibilite', label: 'Accessibilité : non évaluée par un tiers' },
  { href: '/a-propos#vie-privee', label: 'Vie privée : ni traceur, ni compte pour lire' },
] as const;

export const FOOT_CONTACT = 'Écrire à qui tient ce site :';

export function pageTitle(title: string): string {
  return `${title} – ${SITE_NAME}`;
}

export const DOWNLOAD = 'Télécharger';
export const THIS_LIST = 'cette liste';
export const CSV = 'CSV (tableur)';
export const JSON_FILE = 'JSON';
export const CLAUSES_FILE = 'CSV alinéa par alinéa';
export const PRINCIPLES_FILE = 'CSV des principes';
export const LOCAL_FILE = 'CSV des engagements locaux';
export const TALLY_FILE = 'CSV de ce qui est promis où';

export const SEARCH_LABEL = 'Chercher une commune';
export const SEARCH_HINT = 'Un nom, un ancien nom ou un code postal. Les accents et les fautes ne gênent pas.';
export const SEARCH_BUTTON = 'Chercher';
