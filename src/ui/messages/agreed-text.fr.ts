/** Words of an agreed text, on its page and in its PDF alike: one says nothing that the other does not. */
import { levelStance, type AgreedTally } from '#domain/pact/agreed-stances.ts';
import type { AgreedClause, AgreedLevel, AgreedStance, AgreedText } from '#domain/pact/agreed-text.ts';
import type { SealedSignature } from '#domain/signature/sealed-signature.ts';
import type { Side } from '#domain/signature/side.ts';
import { electionNamed } from './campaign.fr.ts';
import { a, count, day, dePlace, figure, heading, listOf } from './format.fr.ts';
import { levelLabel, STANCE_WORD } from './stances.fr.ts';

type Named = Pick<AgreedText, 'edition' | 'place' | 'carrier' | 'counterpart' | 'addendumTo'>;

export function agreedTitle(text: Named): string {
  const what = `${text.edition.title} ${a(text.place.name)}`;
  return text.addendumTo === null ? what : `Avenant au ${what}`;
}

/** "entre le collectif … et la liste …" */
export function between(text: Named): string {
  return `Entre ${partyName(text, 'carrier')} et ${partyName(text, 'counterpart')}`;
}

export function partyName({ carrier, counterpart }: Named, side: Side): string {
  if (side === 'carrier') return carrier.name;
  return counterpart.kind === 'council' ? councilName(counterpart.name) : `la liste ${counterpart.name}`;
}

/** A council is kept under the name of its place: « le conseil de Champigny-sur-Marne ». */
function councilName(name: string): string {
  return /^conseil\b/i.test(name) ? name : `le conseil ${dePlace(name)}`;
}

export const PARTIES = 'Les parties';
export const SIDE_TITLE: Readonly<Record<Side, string>> = { carrier: 'Qui demande', counterpart: 'Qui promet' };

/** What is known of each party, one sentence a line. */
export function partyLines(text: AgreedText, side: Side): readonly string[] {
  const { carrier, counterpart } = text;
  if (side === 'carrier')
    return [carrier.name, carrier.kind === 'collective' ? 'Collectif local' : 'Organisation qui porte la charte'];
  if (counterpart.kind === 'council') return [councilName(counterpart.name), 'Conseil, par un vote'];
  const led = counterpart.leader === null ? [] : [`Tête de liste : ${counterpart.leader}`];
  return [`Liste ${counterpart.name}`, ...led, electionNamed(counterpart.election)];
}

export function forParty(text: Named, side: Side): string {
  return `Pour ${partyName(text, side)}`;
}

/** What the text is, as pairs of a name and what it is. */
export function identity(text: AgreedText): readonly { readonly name: string; readonly value: string }[] {
  return [
    { name: 'Lieu', value: placeLine(text) },
    { name: 'Charte', value: text.edition.title },
    { name: 'Mandat', value: `${text.term.from}–${text.term.to}` },
    { name: 'Texte arrêté le', value: day(text.frozenOn) },
  ];
}

function placeLine({ place }: AgreedText): string {
  return place.kind === 'municipality'
    ? `${place.name} (commune, code Insee ${place.code})`
    : `${place.name} (intercommunalité, Siren ${place.siren})`;
}

export const SEE_THAT_TEXT = 'Voir ce texte';
export const NOT_FROZEN = 'Projet : ce texte n’est pas encore arrêté, il peut changer. Il n’a pas encore de code.';
export const CODE = 'Code';
export const FINGERPRINT_OF_TEXT = 'Empreinte du texte (SHA-256)';
export const addendumLine = (code: string): string =>
  `Cet avenant complète ou modifie le texte ${code}, qui reste tel qu’il a été signé. Empreinte de ce texte :`;

export const SIMPLE_SIGNATURE =
  'Signature simple, sans valeur juridique : ce texte engage la parole de qui le signe, et sa mémoire est sa force.';
export const NOT_CUMULATIVE =
  'Les niveaux sont gradués mais ne se cumulent pas : on peut promettre le deuxième sans le premier.';
export const UNSAID =
  'Les mesures et les niveaux de la charte qui ne figurent pas ici n’ont fait l’objet d’aucun accord.';

export function inBrief(tally: AgreedTally): readonly string[] {
  return [
    count(tally.principles, 'principe promis', 'principes promis'),
    `${count(tally.promised, 'mesure promise', 'mesures promises')}, ${count(tally.levels, 'niveau pris', 'niveaux pris')} en tout ou en partie`,
    ...(tally.amended === 0
      ? []
      : [`${count(tally.amended, 'mesure promise', 'mesures promises')} avec un texte modifié`]),
    ...(tally.delegated === 0
      ? []
      : [
          `${count(tally.delegated, 'mesure laissée', 'mesures laissées')} en tout ou en partie à une autre collectivité`,
        ]),
    ...(tally.notPromised === 0
      ? []
      : [count(tally.notPromised, 'mesure citée sans être promise', 'mesures citées sans être promises')]),
    ...(tally.local === 0 ? [] : [count(tally.local, 'mesure locale', 'mesures locales')]),
  ];
}

export const IN_BRIEF = 'En bref';
export const PRINCIPLES = 'Les principes';
export const MEASURES = 'Les mesures';
export const LOCAL_MEASURES = 'Les mesures locales';
export const LOCAL_INTRODUCTION = 'Promises ici au-delà de la charte.';

/** The word of a clause, a principle or a local measure. */
export function agreedWord(stance: AgreedStance): string {
  if (stance.kind === 'excepted') return 'excepté : cet alinéa n’est pas promis';
  if (stance.kind === 'refused') return 'refusé : n’est pas promis';
  if (stance.kind === 'delegated') return `${STANCE_WORD.delegated} : ${stance.body}`;
  return STANCE_WORD.accepted;
}

export function levelWords(level: { readonly level: number; readonly label: string | null }): string {
  return level.label === null ? `Niveau ${figure(level.level)}` : heading(level.label.replace(/\s*:\s*$/, ''));
}

export { levelLabel };

/** "Niveau 2 : pris en partie"; when all its clauses are left to one body, names it. */
export function levelTitle(level: AgreedLevel): string {
  return `${levelWords(level)} : ${levelWord(level)}`;
}

export function levelWord({ clauses }: AgreedLevel): string {
  const said = new Set(clauses.map(({ stance }) => agreedWord(stance)));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : STANCE_WORD[levelStance(clauses)];
}

/** A clause says its own stance only where its level has not said it. */
export function clauseWord(clause: AgreedClause, level: AgreedLevel): string | null {
  const word = agreedWord(clause.stance);
  if (word === levelWord(level)) return null;
  return clause.stance.kind === 'accepted' && levelStance(level.clauses) === 'partial' ? null : word;
}
export const AMENDED = 'texte modifié d’un commun accord';
export const REFERENCE_WAS = 'Texte de la charte';
export const observationOf = (text: Named): string =>
  `Observation ${dePlace(partyName(text, 'counterpart').replace(/^le /, 'Le '))}`;

export function relatedTo(measures: readonly number[]): string {
  const numbers = listOf(measures.map(String));
  return measures.length === 1 ? `En lien avec la mesure ${numbers}` : `En lien avec les mesures ${numbers}`;
}

export const SIGNATURES = 'Signatures';
export const SIGN_ON_PAPER =
  'Ces cadres servent à signer sur papier, en réunion par exemple. Photographiez ou numérisez ensuite chaque page signée et déposez-la à l’adresse imprimée en bas de page : une signature sur papier vaut autant qu’une signature en ligne.';
export const BOX_COLUMNS: readonly string[] = ['Nom et prénom', 'Qualité', 'Date', 'Signature'];
export const MEANS: Readonly<Record<SealedSignature['means'], string>> = {
  online: 'en ligne',
  paper: 'sur papier',
  'council-vote': 'par un vote du conseil',
};

/** How a signature was given and what shows it. */
export function signatureMeans(signature: SealedSignature): string {
  const proved = signature.emailProved ? ', avec un code reçu à son adresse électronique' : '';
  const confirmed =
    signature.confirmedBy === 0 ? '' : `, confirmée par ${count(signature.confirmedBy, 'personne', 'personnes')}`;
  return `${MEANS[signature.means]}${proved}${confirmed}`;
}

export const NO_SIGNATURE_YET = 'Pas encore de signature.';
export const evidenceLine = (filename: string): string => `Pièce : ${filename}, empreinte SHA-256`;

/** A paper and a vote tell a day, and no hour. */
export function signedWhen({ signedAt, signedOn }: SealedSignature): string {
  return signedOn === undefined ? bothClocks(signedAt) : `le ${day(signedOn)}`;
}

const INSTANT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Paris' });

/** Both clocks: that of Paris, which people read, and UTC, which machines compare. */
export function bothClocks(instant: string): string {
  return `${INSTANT.format(new Date(instant))} (heure de Paris), soit ${instant.slice(0, 19).replace('T', ' ')} UTC`;
}

/** Beside the signatures, when the collective wrote down the yes of the other side. */
export function yesReportedLine({ counterpart }: AgreedText): string {
  return counterpart.kind === 'list'
    ? 'L’accord de la liste a été noté par le collectif ; sa signature, elle, est la sienne.'
    : 'L’accord du conseil a été noté par le collectif ; son vote, lui, est le sien.';
}
