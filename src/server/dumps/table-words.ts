/** What a table of a copy is called, and what each of its columns means. */
import type { ResourceShape } from '#publishing/open-data/resource.ts';
import { columnWords } from '#publishing/open-data/words.ts';
import { RESOURCE_WORDS } from '#ui/messages/open-data/resources.fr.ts';
import { oneLineIs, SEPARATED } from '#ui/messages/dumps.fr.ts';

export function tableWords({ name, columns }: ResourceShape) {
  const { title, line, about } = RESOURCE_WORDS[name];
  return {
    title,
    description: `${about} ${oneLineIs(line)}`,
    columns: Object.fromEntries(
      Object.entries(columns).map(([column, shape]) => {
        const words = columnWords(name, column);
        const separated = shape.type === 'list' ? `. ${SEPARATED[shape.separator] ?? ''}` : '';
        return [column, `${words.title} : ${words.meaning}${separated}`];
      }),
    ),
  };
}
