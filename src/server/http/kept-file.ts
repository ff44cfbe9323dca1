/** A file that somebody sent: a photograph made by us is shown, anything else is always saved, never opened by the browser. */

/** `filename` in letters that every system keeps: `fileNameOf`, `titledFileName`. */
export function keptFileResponse(
  file: { readonly bytes: Buffer; readonly mediaType: string; readonly filename: string },
  headers: Readonly<Record<string, string>>,
): Response {
  const shown = file.mediaType === 'image/jpeg';
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${file.filename}"`,
      'content-length': String(file.bytes.length),
      ...headers,
    },
  });
}
