// The least host that asks a module for its `fetch`, as a function host does: how the built `index.js` starts there.
import { createServer } from 'node:http';

const { default: handler } = await import(process.env.FETCH_ENTRY);
createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  const { method, headers } = request;
  const answer = await handler.fetch(new Request(`http://127.0.0.1${request.url}`, { method, headers, body }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
}).listen(Number(process.env.PORT), '127.0.0.1');
