/** The small picture of a photograph that whoever asks was just found to be allowed to see. */
import { error } from '@sveltejs/kit';
import { thumbnail } from '../scans/thumbnail.ts';

/** 404: it is no photograph. 503: too many wait for theirs. It may be taken out of sight: kept no longer than a page. */
export async function thumbnailResponse(file: Parameters<typeof thumbnail>[0]): Promise<Response> {
  const made = await thumbnail(file);
  if (!made.ok && made.refusal.kind === 'too-busy') {
    return new Response(null, { status: 503, headers: { 'retry-after': '10' } });
  }
  if (!made.ok) error(404);
  return new Response(new Uint8Array(made.value), {
    headers: {
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'content-length': String(made.value.length),
    },
  });
}
