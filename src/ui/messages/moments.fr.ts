/** Instants as the clocks of a place say them: a meeting in Nouméa is told in the hour of Nouméa. */

/** « mardi 3 juin 2029 à 18 h 30 » */
export function momentIn(at: Date, zone: string): string {
  return `${dayIn(at, zone)} à ${hourIn(at, zone)}`;
}

/** « mardi 3 juin 2029, de 18 h 30 à 20 h » */
export function spanIn({ startsAt, endsAt, zone }: { startsAt: Date; endsAt: Date; zone: string }): string {
  return dayIn(startsAt, zone) === dayIn(endsAt, zone)
    ? `${dayIn(startsAt, zone)}, de ${hourIn(startsAt, zone)} à ${hourIn(endsAt, zone)}`
    : `du ${momentIn(startsAt, zone)} au ${momentIn(endsAt, zone)}`;
}

function dayIn(at: Date, timeZone: string): string {
  const written = new Intl.DateTimeFormat('fr-FR', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(at);
  return written.replace(/ 1 /, ' 1er ');
}

function hourIn(at: Date, timeZone: string): string {
  const [hours, minutes] = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone })
    .format(at)
    .split(':');
  return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}
