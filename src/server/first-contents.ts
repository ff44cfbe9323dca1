/**
 * What a new site shows before anybody published anything: the documents of the demonstration.
 *
 * The seam between the start of the server and the use case that reads and publishes them. It must do nothing when
 * they are there already, and may be called from a server that is answering.
 */
import type { Runtime } from './runtime.ts';

/** Returns how many documents were published; 0 when there was nothing to do. */
export async function importFirstContents(runtime: Runtime): Promise<number> {
  if (!runtime.config.demo) return 0;
  return 0;
}
