/** Columns of pacts, of what they say, and of what every line about a place or a signed thing begins with. */
import { said } from './column-words.ts';

export const PLACE_WORDS = {
  code_commune: said('Code commune', 'code INSEE de la commune ; vide pour une intercommunalité'),
  siren_intercommunalite: said('SIREN', 'numéro SIREN de l’intercommunalité ; vide pour une commune'),
  lieu: said('Lieu', 'nom de la commune ou de l’intercommunalité'),
} as const;

const LIST = said('Liste', 'nom de la liste, tel qu’écrit ; vide si le document n’en nomme pas');
const TERM_FROM = said('Début du mandat', 'année de l’élection qui ouvre le mandat');
export const EDITION_CODE = said('Charte', 'code de l’édition de la charte');
export const MEASURE_NUMBER = said('Mesure', 'numéro de la mesure dans son édition');
export const MEASURE_TITLE = said(
  'Titre de la mesure',
  'tel que dans la charte ; vide si l’édition n’est plus dans nos données',
);
export const STANCE_CODE =
  'accepted pris, refused refusé, partial pris en partie, delegated laissé à une autre collectivité, unspecified non précisé, unknown perdu en route';
const SIGNED_TEXT = said('Texte signé', 'les mots du document, un passage par ligne');
const OBSERVATIONS = said('Observations', 'ce que la liste en dit, dans ses mots');

export const SIGNED_WORDS = {
  pacte: said('Pacte', 'numéro du pacte, tel que dans son adresse'),
  ...PLACE_WORDS,
  liste: LIST,
  mandat_debut: TERM_FROM,
  charte: EDITION_CODE,
} as const;

export const PACT_WORDS = {
  pacte: SIGNED_WORDS.pacte,
  ...PLACE_WORDS,
  liste: LIST,
  tete_de_liste: said('Tête de liste', 'telle qu’écrite ; vide si le document ne la nomme pas'),
  charte: EDITION_CODE,
  mandat_debut: said(
    'Début du mandat',
    'année de l’élection qui ouvre le mandat ; d’après la charte quand « signe_le » est vide',
  ),
  mandat_fin: said('Fin du mandat', 'année de l’élection qui le termine'),
  signe_le: said('Signé le', 'jour de la signature ; vide si aucune source ne le dit'),
  lu_le: said('Lu le', 'instant où le document a été lu'),
  relu_le: said('Relu le', 'instant de sa relecture par une personne ; vide : pas relu'),
  publie_le: said('Publié le', 'instant de sa publication ici'),
  corrige_le: said('Corrigé le', 'instant de la dernière correction de notre lecture ; vide : jamais corrigée'),
} as const;

export const COMMITMENT_WORDS = {
  ...SIGNED_WORDS,
  mesure: MEASURE_NUMBER,
  numero_local: said('Numéro dans le pacte', 'numéro de la mesure dans le document, tel qu’écrit'),
  position_mesure: said('Position sur la mesure', `position sur la mesure entière : ${STANCE_CODE}`),
  niveau: said('Niveau', 'vide : la mesure est promise sans niveau'),
  position_niveau: said('Position sur le niveau', `position sur ce niveau : ${STANCE_CODE}`),
  texte: said(
    'Rédaction',
    'same mots de la charte, amended autres mots, omitted absent du document ; vide : sans objet',
  ),
  autre_collectivite: said('Autre collectivité', 'avec qui agir, ou à qui c’est laissé, tel qu’écrit'),
  siren_autre_collectivite: said('SIREN de l’autre collectivité', 'quand elle est reconnue'),
  observations: OBSERVATIONS,
  mesure_titre: MEASURE_TITLE,
} as const;

export const SIGNED_CLAUSE_WORDS = {
  ...SIGNED_WORDS,
  mesure: MEASURE_NUMBER,
  mesure_titre: MEASURE_TITLE,
  niveau: said('Niveau', 'niveau de la mesure'),
  alinea: said('Alinéa', 'rang de l’alinéa dans le niveau, à partir de 1'),
  position: said('Position', STANCE_CODE),
  redaction: said('Rédaction', 'same mots de la charte, amended autres mots, omitted absent du document'),
  texte_charte: said('Texte de la charte', 'vide si l’édition n’est plus dans nos données'),
  texte_signe: SIGNED_TEXT,
  changements: said('Changements', 'mots ajoutés (added), retirés (removed) ou remplacés (replaced), un par ligne'),
} as const;

export const SIGNED_PRINCIPLE_WORDS = {
  ...SIGNED_WORDS,
  principe: said('Principe', 'lettre du principe dans son édition'),
  principe_titre: said('Titre du principe', 'tel que dans la charte'),
  position: said('Position', STANCE_CODE),
  observations: OBSERVATIONS,
  texte_signe: SIGNED_TEXT,
} as const;

export const LOCAL_COMMITMENT_WORDS = {
  ...SIGNED_WORDS,
  engagement: said('Engagement', 'numéro de l’engagement local'),
  numero_local: said('Numéro dans le pacte', 'tel qu’écrit dans le document'),
  texte: said('Texte', 'la promesse, dans ses mots'),
  mesures_liees: said('Mesures liées', 'numéros des mesures de la charte dont il parle'),
  texte_signe: SIGNED_TEXT,
} as const;
