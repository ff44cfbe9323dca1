/** An edition as every page names it: its title and its year, each once. « Pacte pour la Transition 2020 ». */
import { heading } from './format.fr.ts';

/** Editions of one charter often have the same title: without its year nobody knows which one is meant. */
export function editionName({ title, year }: { readonly title: string; readonly year: number }): string {
  const printed = heading(title);
  return new RegExp(String.raw`(?<!\d)${year}(?!\d)`).test(printed) ? printed : `${printed} ${year}`;
}
