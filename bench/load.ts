/**
 * Requests a second, measured by autocannon in a process of its own, on this machine only.
 *
 * Bounded in time and in connections; anything but 2xx is an error, not a speed.
 */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';

export type Load = {
  readonly perSecond: number;
  /** Milliseconds from request to answer, under this load. */
  readonly medianLatency: number;
  readonly p99Latency: number;
  readonly bytesPerSecond: number;
};

const Report = v.object({
  requests: v.object({ average: v.number() }),
  latency: v.object({ p50: v.number(), p99: v.number() }),
  throughput: v.object({ average: v.number() }),
  errors: v.number(),
  timeouts: v.number(),
  non2xx: v.number(),
});

/** Loads one local address. Throws when an answer was not 2xx, or when the address is not on this machine. */
export async function load(address: string, bounds: { seconds: number; connections: number }): Promise<Load> {
  const { hostname } = new URL(address);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) throw new Error(`${hostname} is not this machine.`);

  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      resolve('node_modules/autocannon/autocannon.js'),
      '--json',
      ...['--connections', String(bounds.connections)],
      ...['--duration', String(bounds.seconds)],
      address,
    ],
    { maxBuffer: 16 * 1024 * 1024 },
  );
  const report = v.parse(Report, JSON.parse(stdout));
  const wrong = report.errors + report.timeouts + report.non2xx;
  if (wrong > 0) throw new Error(`${address}: ${wrong} answers were not 2xx.`);
  return {
    perSecond: report.requests.average,
    medianLatency: report.latency.p50,
    p99Latency: report.latency.p99,
    bytesPerSecond: report.throughput.average,
  };
}
