// The least that answers the same request: what a start costs before any of our code. Plain JavaScript, as the product is.
import { createServer } from 'node:http';

createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(202).end('{"state":"queued"}'));
}).listen(Number(process.env.PORT), '127.0.0.1');
