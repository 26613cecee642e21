import path from 'node:path';
import { type ScriptedServer, scriptedServer } from '../mail-servers.ts';
import { type BuiltSite, type Site, siteOf } from './fleet.ts';
import { type LoopDisk, loopDisk } from './loop-disk.ts';

/** A running site whose store has a disk of its own, with 64 MiB and more to spare. */
export async function siteOnDisk(built: BuiltSite, smtpPort: number): Promise<{ site: Site; disk: LoopDisk }> {
  const disk = loopDisk(128);
  const site = await siteOf(built, { smtpPort, dataDir: path.join(disk.folder, 'data') });
  await site.courier.start();
  await site.intake.start();
  return { site, disk };
}

/** A mail server that does something before it says that it took a mail. */
export function serverThatFirst({ tls }: BuiltSite, first: () => void): Promise<ScriptedServer> {
  const dot = () => {
    first();
    return '250 taken';
  };
  return scriptedServer({ dot }, tls);
}
