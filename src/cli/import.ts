/** `cli import FICHIER --commune 94017 [--publish]`: a document becomes a draft, and, when asked, a public page. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { PlaceCode } from '#domain/shared/place.ts';
import { isMunicipalityCode } from '#domain/territory/municipality.ts';
import { isSiren } from '#domain/territory/grouping.ts';
import { errorCode, errorReason } from '#server/error-code.ts';
import { readInWorker } from '#server/jobs/read-in-worker.ts';
import { storesOn } from '#server/stores.ts';
import { DOCUMENT_BYTES_LIMIT, openDraft } from '#use-cases/drafts/open-draft.ts';
import { publishDraft } from '#use-cases/drafts/publish-draft.ts';
import { importMessages, publishMessages } from '#ui/messages/operator.fr.ts';
import { sayPublishedBefore } from '#ui/messages/published-before.fr.ts';
import { readMessages } from '#ui/messages/read.fr.ts';
import { Misuse, type Command, type CommandContext } from './command.ts';
import { addressOf, complainOf, operatorNamed } from './operator.ts';
import { readBounded } from './read-bounded.ts';

export const command: Command = {
  summary: importMessages.summary,
  usage: importMessages.usage,
  async run(args, context) {
    const asked = readArguments(args);
    const bytes = await readBytes(asked.file, context);
    if (bytes === null) return 1;
    return await context.withRuntime(async (runtime) => {
      const stores = storesOn(runtime.db);
      const opened = await openDraft(
        stores,
        asked.actor,
        {
          bytes,
          filename: basename(asked.file),
          source: { url: asked.source },
          place: asked.place,
          read: readInWorker,
          ...(asked.charter === undefined ? {} : { charter: asked.charter }),
          ...(asked.as === undefined ? {} : { as: asked.as }),
        },
        new Date(),
      );
      if (!opened.ok) return complainOf(opened.refusal, context);
      const { draft, token, warnings, publishedBefore } = opened.value;
      for (const { message } of warnings) context.complain(message);
      // Once: a publication that is refused for it says so itself.
      if (publishedBefore.length > 0 && (!asked.publish || asked.sameFile)) {
        context.complain(sayPublishedBefore(publishedBefore));
        const here = publishedBefore.find(
          ({ place, withdrawnAt }) => withdrawnAt === null && isSamePlace(place, asked.place),
        );
        if (here !== undefined) context.complain(importMessages.toCorrect(here.kind, here.id, draft));
      }
      if (!asked.publish) {
        context.say(importMessages.opened(draft, addressOf(runtime, `/lire/${token}`)));
        return 0;
      }
      const request = {
        draft: { id: draft },
        doubts: asked.acceptAll ? 'accept' : 'refuse',
        reviewed: false,
        sameFile: asked.sameFile ? 'accept' : 'refuse',
      } as const;
      const published = await publishDraft(stores, asked.actor, request, new Date());
      if (!published.ok) {
        complainOf(published.refusal, context);
        context.say(importMessages.opened(draft, addressOf(runtime, `/lire/${token}`)));
        return 1;
      }
      const { kind, id } = published.value;
      context.say(
        publishMessages.published(kind, addressOf(runtime, `/${kind === 'pact' ? 'pactes' : 'plans'}/${id}`)),
      );
      return 0;
    });
  },
};

function readArguments(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      commune: { type: 'string' },
      intercommunalite: { type: 'string' },
      charter: { type: 'string' },
      as: { type: 'string' },
      source: { type: 'string' },
      publish: { type: 'boolean', default: false },
      'accept-all': { type: 'boolean', default: false },
      'same-file': { type: 'boolean', default: false },
      by: { type: 'string' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Misuse(importMessages.fileMissing);
  const { as, source } = values;
  if (source !== undefined && !isWebAddress(source)) throw new Misuse(importMessages.badSource);
  return {
    file,
    place: readPlace(values.commune, values.intercommunalite),
    charter: values.charter,
    as: as === undefined ? undefined : readKind(as),
    source: source ?? null,
    publish: values.publish,
    acceptAll: values['accept-all'],
    sameFile: values['same-file'],
    actor: operatorNamed(values.by),
  };
}

function readPlace(code: string | undefined, siren: string | undefined): PlaceCode {
  if (code !== undefined && siren === undefined && isMunicipalityCode(code.toUpperCase())) {
    return { kind: 'municipality', code: code.toUpperCase() };
  }
  if (siren !== undefined && code === undefined && isSiren(siren)) return { kind: 'grouping', siren };
  throw new Misuse(importMessages.placeMissing);
}

function isSamePlace(one: PlaceCode, other: PlaceCode): boolean {
  return one.kind === 'municipality'
    ? other.kind === 'municipality' && one.code === other.code
    : other.kind === 'grouping' && one.siren === other.siren;
}

function readKind(text: string): 'pact' | 'plan' | 'charter' {
  if (text === 'pact' || text === 'plan' || text === 'charter') return text;
  throw new Misuse(importMessages.badKind);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Null, once it was said why: the file is not there, is a folder or a device, or is larger than any document. */
async function readBytes(file: string, context: CommandContext): Promise<Uint8Array | null> {
  try {
    const read = await readBounded(file, DOCUMENT_BYTES_LIMIT);
    if (read.kind === 'read') return read.bytes;
    if (read.kind === 'too-large') {
      complainOf({ kind: 'too-large', bytes: read.bytes, limitInBytes: DOCUMENT_BYTES_LIMIT }, context);
    } else {
      context.complain(read.kind === 'folder' ? importMessages.unreadable(file, 'EISDIR') : readMessages.noFile(file));
    }
    return null;
  } catch (error) {
    context.complain(importMessages.unreadable(file, errorCode(error) ?? errorReason(error)));
    return null;
  }
}
