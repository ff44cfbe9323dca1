/** A letter with open questions as a document to print, to sign and to keep. */
import type { Letter } from '#domain/events/letter.ts';
import type { Block, PrintedDocument } from '../document/document.ts';
import * as words from '#ui/messages/events/letter.fr.ts';

/** `promise`: what a question is about, in words. `on`: the day written on it; null: left to be written by hand. */
export function letterDocument(
  letter: Letter,
  given: {
    readonly place: string;
    readonly collective: string;
    readonly on: string | null;
    readonly madeAt: Date;
    readonly promise: (item: string) => string;
    /** Where the letter and its reply are shown; null: it is not public. */
    readonly address: string | null;
  },
): PrintedDocument {
  const { place, collective, on, madeAt, promise, address } = given;
  const said = (text: string): Block[] =>
    text
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph) => ({ kind: 'paragraph', inlines: [{ text: paragraph }] }));
  return {
    title: letter.subject,
    subtitle: words.placeAndDay(place, on),
    footer: words.letterFooter(collective, place),
    madeAt,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.FROM, inlines: [{ text: collective }] },
          { label: words.TO, inlines: [{ text: letter.addressee }] },
          { label: words.SUBJECT, inlines: [{ text: letter.subject, style: 'strong' }] },
        ],
      },
      ...said(letter.opening),
      ...(letter.questions.length === 0
        ? []
        : [
            { kind: 'heading', level: 1, text: words.OUR_QUESTIONS } as const,
            {
              kind: 'list',
              ordered: true,
              items: letter.questions.map((question) => [
                { text: question.words },
                ...(question.item === null
                  ? []
                  : [{ text: ` (${promise(question.item)})`, style: 'emphasis' as const }]),
              ]),
            } as const,
          ]),
      ...said(letter.closing),
      { kind: 'paragraph', inlines: [{ text: letter.signedBy, style: 'strong' }] },
      ...(address === null
        ? []
        : [{ kind: 'paragraph', inlines: [{ text: words.SHOWN_AT }, { text: address, href: address }] } as const]),
    ],
  };
}
