/** The files that everything said of one promise rests on, each with where it is taken out of sight. */
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import { evidenceShown } from './voices-shown.ts';

export type FileShown = { readonly line: string; readonly href: string; readonly hide: string };

type Proved = { readonly id: number; readonly evidence: readonly EvidenceItem[] };
type Hidden = readonly { readonly document: number; readonly reason: string }[];

export function filesShown({
  said,
  remarks,
}: {
  readonly said: readonly (Proved & { readonly hidden: Hidden })[];
  readonly remarks: readonly (Proved & { readonly hiddenFiles: Hidden })[];
}): readonly FileShown[] {
  const all = [
    ...said.flatMap(({ id, evidence, hidden }) => evidenceShown(evidence, { files: `/preuves/e${id}`, hidden })),
    ...remarks.flatMap(({ id, evidence, hiddenFiles: hidden }) =>
      evidenceShown(evidence, { files: `/preuves/r${id}`, hidden }),
    ),
  ];
  return all.flatMap(({ line, href, report }) =>
    href === null || report === null ? [] : [{ line, href, hide: hideAddress(href) }],
  );
}

/** `file`: the address of the file itself. */
export function hideAddress(file: string): string {
  return `${file}/retirer`;
}
