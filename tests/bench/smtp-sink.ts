import { createServer, type Server, type Socket } from 'node:net';

const endOfMail = '\r\n.\r\n';

/** The fastest mail server there can be: no greeting delay, no TLS, no disk. It forgets every mail at once. */
export function smtpSink(): Server {
  return createServer((socket) => {
    let [heard, inMail] = ['', false];
    socket.setNoDelay(true).on('error', () => socket.destroy());
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (inMail && heard.endsWith(endOfMail)) {
        [heard, inMail] = ['', false];
        socket.write('250 taken\r\n');
      } else if (!inMail && heard.endsWith('\r\n')) {
        inMail = /^DATA/i.test(heard);
        reply(socket, heard);
        heard = '';
      }
    });
  });
}

function reply(socket: Socket, line: string): void {
  if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
  else socket.write(/^DATA/i.test(line) ? '354 go on\r\n' : '250 ok\r\n');
}
