import { startCourier } from '../courier/start-courier.ts';
import type { Mailer } from '../mail/mail.ts';
import { smtpMailer } from '../mail/smtp-mailer.ts';
import { openStore, type StorePlace } from '../outbox/open-store.ts';
import { domainOf } from '../settings/mailbox.ts';
import { readSecret } from '../settings/read-secret.ts';
import { secretEnvironment } from '../settings/secret-environment.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { Settings } from '../settings.ts';
import { readDeployment, readText } from './deployment.ts';
import { ownLogin } from './process-environments.ts';
import type { Running } from './run-process.ts';
import { writeLog } from './write-log.ts';

/** The second process: it alone can open what is stored, and mails it. In a demo it also is the mail server. */
export async function startCourierProcess(): Promise<Running> {
  for (const name of ['INTAKE_SECRET', 'INTAKE_SECRET_FILE']) delete process.env[name];
  const { settings } = await readDeployment(ownLogin(process.env));
  const place = placeOf(settings);
  const masterKey = readSecret('MASTER_KEY', secretEnvironment('MASTER_KEY', settings, process.env), readText);
  const store = await openStore(place, 'courier');
  const post = settings.demo ? await demoPost(settings) : { mailer: liveMailer(settings), stop: async () => undefined };
  const { recipients, mail } = settings;
  const courier = await startCourier({
    store,
    mailer: post.mailer,
    masterKey,
    recipients,
    alertTo: mail.alertTo,
    mailDomain: domainOf(mail.from),
    log: writeLog,
    clock: Date.now,
    random: Math.random,
  });
  return {
    async stop() {
      await courier.stop();
      await post.stop();
      await store.close();
    },
  };
}

function placeOf({ store, dataDir }: Settings): StorePlace {
  if (store.kind === 'send-through') {
    throw new SettingsError(
      'STORE=send-through has no courier: start intake alone, since it hands on every report itself.',
    );
  }
  return store.kind === 'embedded' ? { ...store, dataDir } : store;
}

/** How mail leaves, and what else stops with it. */
interface Post extends Running {
  readonly mailer: Mailer;
}

function liveMailer({ mail: { relays, from } }: Settings): Mailer {
  return smtpMailer({ relays, from, name: domainOf(from) });
}

/** Loaded in a demo only: a real courier has no mail server and shows no mail to anyone. */
async function demoPost({ dataDir, mail: { from }, siteUrl }: Settings): Promise<Post> {
  const { startDemo } = await import('./demo/start-demo.ts');
  const { smtpPort, stop } = await startDemo(dataDir, siteUrl);
  const relays = [`smtp://127.0.0.1:${smtpPort}`];
  return { mailer: smtpMailer({ relays, from, name: domainOf(from), loopbackPlain: true }), stop };
}
