import { expect, test } from 'vitest';
import type { Voice } from '#domain/follow-up/assessment.ts';
import { answeredLine, askedLine } from '#ui/messages/events/events.fr.ts';
import { letterDescription, recordNote } from '#ui/messages/events/letter.fr.ts';
import { spaceDescription } from '#ui/messages/events/space.fr.ts';
import type { PlaceKind } from '#ui/messages/town-hall.fr.ts';

const asked = (askedAs: Voice | 'committee', place: PlaceKind) =>
  askedLine({ askedAs, askedOn: '2027-03-02', letters: 0, place });

test('the side of a grouping is an intercommunalité in its questions, letters and space; that of a commune a mairie', () => {
  const linesOf = (place: PlaceKind) => [
    asked('town-hall', place),
    answeredLine({ by: 'town-hall', on: '2027-03-02' }, place),
    recordNote(place),
    letterDescription(place),
    spaceDescription(place),
  ];
  for (const line of linesOf('grouping')) expect(line).toMatch(/l’intercommunalité/i);
  for (const line of linesOf('grouping')) expect(line).not.toMatch(/mairie/i);
  for (const line of linesOf('municipality')) expect(line).toMatch(/la mairie/i);
  expect(asked('committee', 'grouping')).toMatch(/^Posée en comité de suivi le/);
});
