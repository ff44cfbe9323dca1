/**
 * French spaces: a thin one that cannot break before ; ! ?, an ordinary unbreakable one before : » % €,
 * and after «. Straight apostrophes between letters become curved ones. Applied once to the finished page, so that the words of documents get them too.
 *
 * Only for pages without scripts; on those with fields, around them: what a person typed is never changed.
 */
const THIN = '\u202f';
const FIXED = '\u00a0';
/** No width, and no line is broken there. */
const JOINED = '\u2060';

const SPACED: Readonly<Record<string, string>> = {
  ' ;': `${THIN};`,
  ' !': `${THIN}!`,
  ' ?': `${THIN}?`,
  ' :': `${FIXED}:`,
  ' »': `${FIXED}»`,
  ' %': `${FIXED}%`,
  ' €': `${FIXED}€`,
  '« ': `«${FIXED}`,
};
const SIGNS = / [;!?:»%€](?![a-z])|« |'/g;
const LETTER = /\p{L}/u;

/** In one pass, since it is done on every page: what stands around an apostrophe is looked at only where there is one. */
export function withFrenchSpaces(html: string): string {
  return html.replace(SIGNS, (sign, at: number, whole: string) => SPACED[sign] ?? apostrophe(whole, at));
}

/**
 * The same on a page, where a line may be broken after a dash: « 2020–2026 » stays together. Not in a document, whose
 * fonts have no sign for that.
 */
export function withFrenchLines(html: string): string {
  return withFrenchSpaces(html).replace(DASH_BETWEEN_FIGURES, `–${JOINED}`);
}
const DASH_BETWEEN_FIGURES = /–(?<=\d–)(?=\d)/g;

/** For a page with fields and no script: everything but what somebody typed in them. */
export function withFrenchLinesAroundFields(html: string): string {
  // Parts in brackets stand at odd places.
  return html
    .split(TYPED)
    .map((part, at) => (at % 2 === 0 ? withFrenchLines(part) : part))
    .join('');
}
const TYPED = /(<textarea[\s>][\s\S]*?<\/textarea>|\svalue="[^"]*")/;

function apostrophe(text: string, at: number): string {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at + 1)) ? '’' : "'";
}

/** Marks left for a script that never comes: they weigh and say nothing. */
export function withoutComments(html: string): string {
  return html.replace(/<!--[^>]*-->/g, '');
}
