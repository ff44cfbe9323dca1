/** What a feed says: one title and one sentence for each thing that happened. */
import type { ConsultationNews, Happening, Teller } from '#domain/happenings/happening.ts';
import type { EventKind } from '#domain/events/follow-up-event.ts';
import { editionName } from './edition-name.fr.ts';
import { count, day, de } from './format.fr.ts';

/** What programs that read feeds show of it. */
export const FEED = 'Ce qui est nouveau (flux Atom)';
export const FEED_LINK = 'Flux Atom';
export const FEED_OF_COUNTRY = 'Parole tenue : nouveaux pactes, plans, bilans, chartes et consultations';
/** What a feed lists, by how far it looks. */
export const FEED_SUBTITLE = {
  place:
    'Ce qui est publié ici : pactes signés, plans d’action, bilans, évaluations des deux voix, réunions et lettres, charte locale et consultations sur elle.',
  country:
    'Ce qui est publié dans le pays : pactes signés, plans d’action, bilans, éditions d’une charte et consultations. Les évaluations et les réunions sont dans le flux de chaque commune.',
} as const;

export function feedOfPlace(name: string): string {
  return `${name} : ce que deviennent les promesses`;
}

const TELLER: Readonly<Record<Teller, string>> = {
  collective: 'Le collectif',
  'town-hall': 'La mairie',
  list: 'La liste signataire',
};

const EVENT: Readonly<Record<EventKind, string>> = { meeting: 'Réunion', letter: 'Lettre', reply: 'Réponse' };

/** `place`: its name, where the feed is not of that place alone; null: the feed says it already. */
export function happeningTitle(happening: Happening, place: string | null): string {
  const words = inItself(happening);
  return place === null ? words.charAt(0).toUpperCase() + words.slice(1) : `${place} : ${words}`;
}

function inItself(happening: Happening): string {
  switch (happening.kind) {
    case 'pact':
      return `pacte ${ofList(happening.list)}`;
    case 'correction':
      return happening.what === 'pact'
        ? `lecture corrigée du pacte ${ofList(happening.title)}`
        : `lecture corrigée du plan « ${happening.title ?? 'sans titre'} »`;
    case 'plan':
      return `plan « ${happening.title} »${happening.version === null ? '' : `, version ${String(happening.version)}`}`;
    case 'review':
      return `bilan du pacte ${ofList(happening.list)}, par le collectif ${happening.collective}`;
    case 'said':
      return happening.promises === 1
        ? `${TELLER[happening.by]} dit où en est une promesse`
        : `${TELLER[happening.by]} dit où en sont ${count(happening.promises, 'promesse', 'promesses')}`;
    case 'event':
      return `${EVENT[happening.what]} : ${happening.title}`;
    case 'consultation':
      return `${CONSULTED[happening.what]} : ${happening.title}`;
    case 'edition':
      return `nouvelle édition : ${editionName(happening)}`;
  }
}

const CONSULTED: Readonly<Record<ConsultationNews, string>> = {
  announced: 'consultation annoncée',
  opened: 'consultation ouverte',
  counted: 'consultation comptée',
  cancelled: 'consultation annulée',
};

/** '' where the title says it all. */
export function happeningSummary(happening: Happening): string {
  switch (happening.kind) {
    case 'pact':
      return happening.signedOn === null
        ? 'Signé à une date que le document ne dit pas.'
        : `Signé le ${day(happening.signedOn)}.`;
    case 'correction':
      return `Motif : ${happening.reason}`;
    case 'plan':
      return '';
    case 'review':
      return 'Ce que le collectif dit de chaque promesse, avec ses preuves et ce qu’il n’a pas pu savoir.';
    case 'said':
      return `Du pacte ${ofList(happening.list)}, le ${day(happening.day)}.`;
    case 'event':
      return `Le ${day(happening.happenedOn)}.`;
    case 'consultation':
      return CONSULTED_SUMMARY[happening.what](happening);
    case 'edition':
      return 'Publiée et figée : ce qui change, mesure par mesure, est sur sa page.';
  }
}

const CONSULTED_SUMMARY: Readonly<
  Record<ConsultationNews, (of: { readonly opensOn: string; readonly closesOn: string }) => string>
> = {
  announced: ({ opensOn, closesOn }) => `Du ${day(opensOn)} au ${day(closesOn)} à minuit, heure de Paris.`,
  opened: ({ closesOn }) => `Votez, commentez, proposez jusqu’au ${day(closesOn)} à minuit, heure de Paris.`,
  counted: () => 'Les votes et leur synthèse sont publics.',
  cancelled: () => 'Rien n’est compté ; la raison est sur sa page.',
};

function ofList(list: string | null): string {
  return list === null ? 'd’un signataire non nommé' : de(list);
}
