/** The built site with its real data, in a folder of its own that is removed afterwards. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type LocalServer, startLocalServer } from './local-server.ts';

/** What `npm start` runs: it builds the site first when its sources changed. */
const ENTRY = resolve('bin/start.ts');

export type SiteOptions = {
  /** Where data is kept; without it a temporary folder, removed when the site stops. */
  readonly dataDirectory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** To come back where an earlier one was: whoever was signed in still is. */
  readonly port?: number;
};

/** Starts the site on a free port. The first start in a folder loads the communes and the documents: some seconds. */
export async function startSite(options: SiteOptions = {}): Promise<LocalServer & { readonly dataDirectory: string }> {
  const temporary = options.dataDirectory === undefined ? temporaryFolder() : null;
  const dataDirectory = options.dataDirectory ?? temporary ?? '';
  const remove = () => {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  };
  try {
    const server = await startLocalServer({
      parameters: [ENTRY],
      environment: { DATA_DIR: dataDirectory, ...options.environment },
      ...(options.port === undefined ? {} : { port: options.port }),
    });
    return { ...server, dataDirectory, stop: () => server.stop().finally(remove) };
  } catch (problem) {
    remove();
    throw problem;
  }
}

/** Started as root, PostgreSQL runs as another account, which must pass through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-'));
  chmodSync(folder, 0o711);
  return folder;
}
