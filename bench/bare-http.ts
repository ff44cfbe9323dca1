/** Sends the same bytes to every request, with nothing around: the most that Node can do. Run as a child process. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port = '', file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);

createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length });
  response.end(bytes);
}).listen(Number(port), '127.0.0.1');
