/**
 * French spaces: a thin one that cannot break before ; ! ?, an ordinary unbreakable one before : » % €,
 * and after «. Straight apostrophes between letters become curved ones. Applied once to the finished page, so that the words of documents get them too.
 *
 * Only for pages without scripts and without text to edit: what a person typed is never changed.
 */
const THIN = '\u202f';
const FIXED = '\u00a0';

export function withFrenchSpaces(html: string): string {
  return html
    .replace(/ (?=[;!?](?![a-z]))/g, THIN)
    .replace(/ (?=[:»%€](?![a-z]))/g, FIXED)
    .replaceAll('« ', `«${FIXED}`)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

/** Marks left for a script that never comes: they weigh and say nothing. */
export function withoutComments(html: string): string {
  return html.replace(/<!--[^>]*-->/g, '');
}
