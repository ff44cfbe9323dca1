/**
 * Answers written beside a level: « oui », « non retenu », « à l'étude », or a mark after the words.
 */

/** `open`: answered, but neither yes nor no. */
export type Answer = 'yes' | 'no' | 'open';

const YES =
  /^\W*(?:x|oui|ok|validée?s?|retenue?s?|acceptée?s?|signée?s?|adoptée?s?|choisie?s?|prise?|d['’]accord|accord|favorables?|engagée?s?)\W*$/iu;
const NO =
  /^\W*(?:non|refus(?:ée?s?)?|rejetée?s?|pas\s+retenue?s?|non\s+(?:retenu|validé|accepté|signé|adopté|choisi)e?s?|pas\s+d['’]accord|désaccord|défavorables?)\W*$/iu;
const OPEN =
  /^\W*(?:à\s+(?:l['’]étude|étudier|discuter|voir|définir|préciser|débattre)|en\s+(?:discussion|réflexion|cours|débat|attente)|sans\s+réponse|ne\s+se\s+prononce\s+pas|nsp|peut[\s-]être|\?+)\W*$/iu;

const MARK_AFTER = /(?:\s|\*)(?:(✅|✔|✓|☑|🗹|☒|\[[xX]\])|(❌|✗|✘|✖|☐))[\s*_\uFE0F]*$/u;

/** Null when the words are no answer. Words are few: an answer is not a sentence. */
export function answerIn(words: string): Answer | null {
  if (words.length > 40) return null;
  if (YES.test(words)) return 'yes';
  if (NO.test(words)) return 'no';
  return OPEN.test(words) ? 'open' : null;
}

/** A mark that ends a clause: « … une fois par semaine ✅ ». */
export function answerAfter(words: string): Answer | null {
  const mark = MARK_AFTER.exec(words);
  if (mark === null) return null;
  return mark[1] === undefined ? 'no' : 'yes';
}
