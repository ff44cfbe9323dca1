/** Numbers, days and lists as French writes them. */
const NUMBER = new Intl.NumberFormat('fr-FR');
const DAY = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const INSTANT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });
const CLOCK = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' });
const LIST = new Intl.ListFormat('fr-FR', { type: 'conjunction' });

export function figure(number: number): string {
  return NUMBER.format(number);
}

/** French counts 0 and 1 as singular. */
export function count(number: number, one: string, many: string): string {
  return `${figure(number)} ${Math.abs(number) < 2 ? one : many}`;
}

/** `2029-06-03` is "3 juin 2029", the first of a month "1er". A day that is not one comes back as written. */
export function day(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? text : firstOfMonth(DAY.format(time));
}

/** The month of a day: `2023-06-30` is "juin 2023". */
export function monthIn(text: string): string {
  return MONTH.format(Date.parse(`${text}T00:00:00Z`));
}

/** The day of an instant, as read on a calendar in Paris, for every place (docs/decisions/0015). */
export function dayOf(instant: Date): string {
  return firstOfMonth(INSTANT.format(instant));
}

/** « 3 juin 2029 à 14 h 05 », by the same calendar. */
export function momentOf(instant: Date): string {
  return `${dayOf(instant)} à ${CLOCK.format(instant).replace(':', '\u00a0h\u00a0')}`;
}

export function listOf(items: readonly string[]): string {
  return LIST.format(items);
}

function firstOfMonth(written: string): string {
  return written.replace(/^1 /, '1er ');
}

/** "de Champigny", "d’Ivry", "d’Hennebont", "de Hauts de Garonne": the name of a place or of a list, left whole. */
export function de(name: string): string {
  return ELIDES.test(name) && !ASPIRATED.test(name) ? `d’${name}` : `de ${name}`;
}
const ELIDES = /^(?:[aeiouhàâäéèêëîïôöùûüœæ]|y(?![aou]))/i;
/** Most names take their h for mute; these do not, nor do "onze", "oui" and the like. */
const ASPIRATED =
  /^(?:haut|halt|halle|halluin|ham(?:eau|\b)|hangar|handi|hasard|havre|héros|hiboux?\b|hongr|honfleur|hors\b|houilles|huit|onz|oui\b)/i;

/** The same before a place, whose article melts into it: "du Havre", "des Mureaux", "de La Rochelle". */
export function dePlace(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return de(name);
}

/** "à Champigny", "au Havre", "aux Mureaux", "à La Rochelle". */
export function a(name: string): string {
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `aux ${name.slice(4)}`;
  return `à ${name}`;
}

/** A title stands without the full stop that its document gives it. */
export function heading(title: string): string {
  return title.replace(/\s*\.+$/, '');
}
