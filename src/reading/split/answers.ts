/**
 * Answers written beside a level or under a title: « oui », « Réponse : non, pas au cours de ce
 * mandat », « à l'étude », « OUI ☐ NON ☒ », or a mark after the words.
 */
import { boxIn } from './boxes.ts';

/** `open`: answered, but neither yes nor no. `partly`: taken but for something that the answer does not say. */
export type Answer = 'yes' | 'no' | 'open' | 'partly';

const ASKED =
  /^[^\p{L}\d]*(?:R|réponse|engagement|avis|position|statut|décision|vote|choix|niveau\s+d['’]engagement)(?:\s+de\s+(?:la|notre)\s+liste|\s+du\s+candidat)?\s*:\s*/iu;
const YES = String.raw`x|oui|ok|validée?s?|retenue?s?|acceptée?s?|signée?s?|adoptée?s?|choisie?s?|prise?|d['’]accord|accord|favorables?|engagée?s?|avis\s+favorable`;
const NO = String.raw`non|0|refus(?:ée?s?)?|rejetée?s?|écartée?s?|aucun(?:e|\s+engagement)?|pas\s+(?:d['’]engagement|d['’]accord|retenue?s?|engagée?s?)|(?:mesure\s+)?non\s+(?:retenu|validé|accepté|signé|adopté|choisi)e?s?|mesure\s+refusée|désaccord|défavorables?|avis\s+défavorable|plutôt\s+non|impossible|irréaliste`;
const OPEN = String.raw`à\s+(?:l['’]étude|étudier|discuter|voir|débattre|réfléchir)|en\s+(?:discussion|réflexion|débat|attente)|sans\s+(?:réponse|opinion|objet|avis)|non\s+concernée?s?|ne\s+se\s+prononce\s+pas|ne\s+sait\s+pas|nsp|n\.?c\.?|peut[\s-]être|choisissez\s+un\s+élément|\?+`;
const PARTLY = String.raw`(?:oui,?\s+)?(?:en\s+partie|partiellement)|(?:engagement|accord|avis)\s+partiel|(?:validé|retenu|accepté|signé|adopté)e?s?\s+(?:en\s+partie|partiellement)|partiel(?:le)?s?`;
const ALONE = new RegExp(
  String.raw`^\W*(?:(?<partly>${PARTLY})|(?<no>${NO})|(?<open>${OPEN})|(?<yes>${YES}))\W*$`,
  'iu',
);
const FIRST = new RegExp(
  String.raw`^\W*(?:(?<partly>${PARTLY})|(?<no>${NO})|(?<open>${OPEN})|(?<yes>oui|ok|d['’]accord|favorable))(?=\s*[,.;:(–—!]|\s+-\s|\s+avec\s)`,
  'iu',
);

/** Null when the words are no answer and nothing else. */
export function answerIn(words: string): Answer | null {
  if (words.length > 60) return null;
  return read(ALONE.exec(words.replace(ASKED, '')));
}

/** « Non, pas au cours de ce mandat »: an answer that goes on. */
export function answerFirst(words: string): Answer | null {
  const said = words.replace(ASKED, '');
  return answerIn(words) ?? read(FIRST.exec(said.slice(0, 60)));
}

const MARK_AFTER = /(?:\s|\*)(?:(✅|✔|✓|☑|🗹|☒|\[[xX]\])|(❌|✗|✘|✖|☐))[\s*_\uFE0F]*$/u;
const WORD_AFTER = /[(:–—]\s*([^():–—\n]{2,20})\)?[\s.*_]*$/u;

/** What ends a clause: « … une fois par semaine ✅ », « … (NON) ». */
export function answerAfter(words: string): Answer | null {
  const mark = MARK_AFTER.exec(words);
  if (mark !== null) return mark[1] === undefined ? 'no' : 'yes';
  const word = WORD_AFTER.exec(words.slice(-40));
  return word === null ? null : answerIn(word[1] ?? '');
}

/** « OUI ☒ NON ☐ »: the word whose box is marked; null when there are no two words with boxes. */
export function boxedAnswer(words: string): Answer | null {
  const said = /(?<![\p{L}])(oui)(?![\p{L}])(.*?)(?<![\p{L}])(non)(?![\p{L}])(.*)$/isu.exec(words);
  if (said === null) return null;
  const before = words.slice(0, said.index);
  const leading = boxIn(before) !== null;
  const [yes, no] = leading
    ? [boxIn(before), boxIn(said[2] ?? '')]
    : [boxIn(said[2] ?? ''), boxIn((said[4] ?? '').slice(0, 6))];
  if (yes === null && no === null) return null;
  if (yes === 'marked') return 'yes';
  return no === 'marked' ? 'no' : null;
}

function read(match: RegExpExecArray | null): Answer | null {
  if (match?.groups === undefined) return null;
  if (match.groups['partly'] !== undefined) return 'partly';
  if (match.groups['no'] !== undefined) return 'no';
  return match.groups['open'] === undefined ? 'yes' : 'open';
}
