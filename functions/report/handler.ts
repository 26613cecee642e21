import { type Answer, toResponse } from './answer.ts';
import { checkAnswer } from './answers/check-answer.ts';
import { formAgain, formWithErrors } from './answers/form-answer.ts';
import { lookUp } from './answers/look-up.ts';
import { problem, signpost } from './answers/problem-answers.ts';
import { receiptAnswer } from './answers/receipt-answer.ts';
import { signCheckAnswer } from './answers/sign-check-answer.ts';
import { type Asked, localeOf, type Routed, variantOf } from './asked.ts';
import { acceptedLanguage } from './contract/accepted-language.ts';
import type { Parts } from './parts.ts';
import { type SlowLane, slowLane } from './steps/flood/slow-lane.ts';
import { knownIds } from './steps/known-ids.ts';
import { type Permit, permit } from './steps/permit.ts';
import { type Received, receive, type TurnedAway } from './steps/receive.ts';
import { route } from './steps/route.ts';
import { SameAnswers } from './steps/same-answers.ts';
import { type Sealing, sealReport } from './steps/seal-report.ts';
import { steadyMoment } from './steps/steady-moment.ts';
import { type KnownIds, saysNothing, validate } from './steps/validate.ts';

/** @param bucket of the neighbourhood a request comes from, where the host can tell; no address ever comes in here. */
export type Handler = (request: Request, bucket?: number) => Promise<Response>;

/**
 * The one endpoint. Nothing is answered as taken that is not stored, and nothing about mail can reach the person who
 * wrote. Never throws: what goes wrong inside is a page of phones with every answer still on it.
 */
export function createHandler(parts: Parts): Handler {
  const known = knownIds(parts);
  const sameAnswers = new SameAnswers(parts.secret);
  const isSlow = slowLane(parts.secret);
  return async function handle(request, bucket) {
    const answer =
      (await lookUp(request, parts)) ?? (await take(request, { parts, known, sameAnswers, isSlow, bucket }));
    parts.log({ event: 'answered', outcome: answer.kind, status: answer.status });
    return toResponse(answer, parts);
  };
}

interface Kit {
  readonly parts: Parts;
  readonly known: KnownIds;
  readonly sameAnswers: SameAnswers;
  readonly isSlow: SlowLane;
  readonly bucket: number | undefined;
}

/** Receive, then answer; a fault keeps the words and says whom to phone. */
async function take(request: Request, kit: Kit): Promise<Answer> {
  const { parts } = kit;
  const received = await receive(request, parts.siteUrl.host, parts.bodyPace);
  if (!received.ok) return problem(parts, turnedAway(parts, request, received.problem));
  const { raw, format } = received.value;
  if (!parts.open) return problem(parts, { code: 'closed', raw, format });
  try {
    return await answerStep(kit, received.value);
  } catch {
    parts.log({ event: 'fault', outcome: 'answer', status: 503 });
    return problem(parts, { code: 'cannot-keep', raw, format });
  }
}

/** Validate → route → what the button asked for. */
async function answerStep(kit: Kit, received: Received): Promise<Answer> {
  const { parts, known } = kit;
  const { raw, format, step } = received;
  const asked: Asked = { raw, format, locale: localeOf(raw, parts.locales), variant: variantOf(raw) };
  if (step === 'place') return formAgain(parts, asked);
  if (step === 'signs') return signCheckAnswer(parts, asked);
  const validated = validate(raw, known);
  if (!validated.ok || received.errors.length > 0) {
    return formWithErrors(parts, asked, { code: 'invalid', errors: [...received.errors, ...errorsOf(validated)] });
  }
  const routed = { ...asked, ...route(parts, validated.report) };
  if (routed.unserved) return problem(parts, { code: 'cannot-keep', raw, format });
  if (routed.decision.outcome !== 'send') return signpost(parts, routed);
  if (saysNothing(routed.report)) return formWithErrors(parts, asked, nothingSaid);
  if (routed.decision.refusedExclusions.length > 0) return checkAnswer(parts, routed, 'cannot-leave-out');
  if (step === 'check') return checkAnswer(parts, routed, 'asked');
  return send(kit, routed, received.idempotencyKey);
}

/** Compose → seal → accept → receipt; or the check page again, when it is not what the reporter last saw. */
async function send(kit: Kit, routed: Asked & Routed, idempotencyKey: string | undefined): Promise<Answer> {
  const { parts } = kit;
  const permitted = permit(parts, { ...routed, idempotencyKey });
  if (permitted.state === 'missing') return formWithErrors(parts, routed, keyMissing);
  if (permitted.state !== 'granted') return checkAnswer(parts, routed, permitted.state);
  const sealed = await sealReport(parts, routed, sealing(kit, routed, permitted));
  const accepted = sealed === undefined ? 'refused' : await parts.store.accept(sealed);
  const code = parts.secondContacts ? 'cannot-keep' : 'not-everyone';
  if (accepted === 'refused') return problem(parts, { code, raw: routed.raw, format: routed.format });
  return receiptAnswer(parts, routed, { id: permitted.id, again: accepted === 'duplicate' });
}

/** What is known of a report beside its answers, and what that means for its mail. */
function sealing({ parts, sameAnswers, isSlow, bucket }: Kit, routed: Routed, granted: Granted): Sealing {
  const { report, urgency } = routed;
  const { id, suspect, shownAt } = granted;
  const now = parts.now();
  const slow = isSlow({ id, report, urgency, suspect, bucket, now });
  return { id, suspect, slow, at: parts.secondContacts ? now : steadyMoment(now, shownAt), sameAnswers };
}

type Granted = Extract<Permit, { state: 'granted' }>;

const nothingSaid = { code: 'nothing-said', errors: [{ field: 'signs', code: 'nothing-said' }] } as const;
const keyMissing = { code: 'old-token', errors: [{ field: 'token', code: 'missing' }] } as const;

const errorsOf = (validated: ReturnType<typeof validate>) => (validated.ok ? [] : validated.errors);

/** What could not be read says no language of its own, as when someone comes here from the history of a phone. */
function turnedAway({ model, locales }: Parts, request: Request, { code, raw }: TurnedAway) {
  const languages = model.languages.filter(({ id }) => locales.includes(id));
  const accepted = raw.has('locale') ? undefined : acceptedLanguage(request.headers.get('accept-language'), languages);
  const named = accepted === undefined ? raw : new Map([...raw, ['locale', [accepted]] as const]);
  return { code, raw: named, format: formatWanted(request) };
}

/** A program is answered in JSON even when it sent the wrong thing; everything else gets a page. */
function formatWanted(request: Request): Asked['format'] {
  const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? false;
  const wantsJson = request.headers.get('accept')?.startsWith('application/json') ?? false;
  return isJson || wantsJson ? 'json' : 'html';
}
