/** Words about pacts: who signed, when, how much. */
import type { Stance } from '#domain/pact/stance.ts';
import { neighboursByStance } from '#ui/level-groups.ts';
import { count, day, de, figure, listOf } from './format.fr.ts';
import { levelLabel, STANCE_WORD, stanceWord, WITHOUT_LEVEL } from './stances.fr.ts';

type Signed = { readonly listName: string | null; readonly leader: string | null };
type Dated = { readonly signedOn: string | null };
type Termed = { readonly term: { readonly from: number; readonly to: number } };

/** The signatory, as the document names it. */
export function signatory(pact: Signed): string {
  return named(pact) ?? 'signataire non nommé';
}

function named({ listName, leader }: Signed): string | null {
  return listName ?? leader;
}

export function pactTitle(pact: Signed): string {
  const name = named(pact) ?? `un ${signatory(pact)}`;
  // A council signs under its own name, which takes its article.
  return `Le pacte ${/^conseil\b/i.test(name) ? `du ${name}` : de(name)}`;
}

export function termOf({ term }: Termed): string {
  return `mandat ${term.from}–${term.to}`;
}

/** The same, and where it comes from when the document gives no date: the year of its charter, unless a person chose another. */
export function termWithSource(pact: Termed & Dated, charterYear: number | null): string {
  const guessed = pact.signedOn === null && pact.term.from === charterYear;
  return `${termOf(pact)}${guessed ? ', d’après la charte' : ''}`;
}

export function pactLede(pact: Signed & Termed & Dated, charterYear: number | null): string {
  const led = pact.listName !== null && pact.leader !== null ? `Liste menée par ${pact.leader}. ` : '';
  const when = pact.signedOn === null ? 'à une date que le document ne dit pas' : `le ${day(pact.signedOn)}`;
  return `${led}${capital(termWithSource(pact, charterYear))}, signé ${when}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const outOf = (part: number, whole: number): string => `${figure(part)} sur ${figure(whole)}`;

export function pactDescription(
  pact: Signed & Termed,
  place: string,
  { taken, of }: { taken: number; of: number },
): string {
  return `${place} : ${signatory(pact)} s’engage sur ${taken} des ${of} mesures de la charte (${termOf(pact)}). Niveaux, réserves et texte signé, mesure par mesure.`;
}

/** "N1 et N2 refusés, N3 pris". */
export function promiseInWords(
  stance: Stance,
  levels: readonly { readonly level: number; readonly stance: Stance }[],
): string {
  if (levels.length === 0) return stance === 'accepted' ? WITHOUT_LEVEL : STANCE_WORD[stance];
  return neighboursByStance(levels)
    .map((group) => `${listOf(group.levels.map(levelLabel))} ${stanceWord(group.stance, group.levels.length)}`)
    .join(', ');
}

export const PRINCIPLES = 'Les principes';
export const MEASURES = 'Les mesures';
export const LOCAL_COMMITMENTS = 'Engagements locaux';
export const LOCAL_INTRODUCTION = 'Promis ici au-delà de la charte.';
export const UNSAID_TITLE = 'Ce dont le pacte ne parle pas';
export const SOURCE_TITLE = 'D’où vient ce texte';
export const NOT_CUMULATIVE =
  'Les niveaux sont gradués mais ne se cumulent pas : on peut promettre le deuxième sans le premier.';
export const COMPARED =
  'Le texte de la charte est montré tel quel ; ce que la liste a retiré est barré, ce qu’elle a ajouté est souligné.';
export const NO_LEGAL_FORCE = 'Ce pacte n’a pas de valeur juridique : il engage la parole de qui l’a signé.';

export function unsaidIntroduction(measures: number): string {
  return `${count(measures, 'mesure de la charte n’y figure pas', 'mesures de la charte n’y figurent pas')}. Ce n’est ni un oui ni un non.`;
}

export function answersOfPact(figures: {
  taken: number;
  of: number;
  amended: number;
  levels: number;
  local: number;
}): readonly { figure: string; words: string }[] {
  const { taken, of, amended, levels, local } = figures;
  const changed = amended === 0 ? '' : `, dont ${amended} au texte modifié`;
  return [
    { figure: outOf(taken, of), words: `mesures de la charte promises${changed}` },
    { figure: figure(levels), words: 'niveaux pris, en tout ou en partie' },
    {
      figure: figure(local),
      words: local < 2 ? 'engagement local, au-delà de la charte' : 'engagements locaux, au-delà de la charte',
    },
  ];
}

export const ORIGINAL = 'Document d’origine';
export function documentLine(document: {
  filename: string;
  byteCount: number;
  source: { description: string | null; publishedOn: string | null };
}): string {
  const published = document.source.publishedOn === null ? '' : `, publié le ${day(document.source.publishedOn)}`;
  const what = document.source.description ?? document.filename;
  return `${what}${published}`;
}
export function fileSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${figure(Math.max(1, Math.round(bytes / 1000)))} ko`
    : `${figure(Math.round(bytes / 100_000) / 10)} Mo`;
}
export const SOURCE_PAGE = 'page où il a été publié';
export const FINGERPRINT = 'Empreinte SHA-256';
export const OTHER_PACTS = 'Les autres pactes d’ici';
export const PACTS_TITLE = 'Tous les pactes publiés';
export const PACTS_LEDE = 'Chaque pacte garde le texte signé, sa source et la date à laquelle il a été relu.';
export const NO_PACT_YET = 'Aucun pacte n’est encore publié.';
export const READ_ONE = 'Déposer le premier';
export const MORE_PACTS = 'Pactes suivants';
export const ALL_OF_THEM = 'tous les pactes';
export function online(day: string): string {
  return `mis en ligne le ${day}`;
}
