/** One connection that hears what PostgreSQL tells on a channel (NOTIFY). Whoever holds it tries again when it is lost. */
import pg from 'pg';

export async function openListener(
  url: string,
  {
    channel,
    onTold,
    onLost,
  }: { readonly channel: string; readonly onTold: (payload: string) => void; readonly onLost: () => void },
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'parole-tenue live' });
  client.on('error', () => undefined);
  client.on('end', onLost);
  client.on('notification', ({ payload }) => {
    if (payload !== undefined) onTold(payload);
  });
  await client.connect();
  await client.query(`listen ${channel}`);
  return client;
}
