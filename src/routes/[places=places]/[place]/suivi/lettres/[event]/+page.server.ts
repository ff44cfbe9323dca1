import type { PageServerLoad } from './$types';
import { sendOnTo } from '#server/http/canonical.ts';
import { letterShown } from './letter-shown.ts';

export const load: PageServerLoad = async (event) => {
  const { place, address, line, letter, collective, replies, promise } = await letterShown(event);
  sendOnTo(`${address}/suivi/lettres/${line.id}`, event.url);
  const questions = letter.questions.map(({ id, words, item }) => ({
    id,
    words,
    about: item === null ? null : promise(item),
  }));
  return { place, address, line, letter: { ...letter, questions }, collective, replies };
};
