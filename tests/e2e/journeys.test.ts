import type { Locator, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openBrowser, openPhone } from '../support/browser.ts';
import { type DemoSite, demoSite } from '../support/demo-site.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { words } from '../support/words-of.ts';

/** A page that may be gone to once; from there on only clicks and keys. */
interface Journey {
  readonly page: Page;
  readonly site: DemoSite;
  /** Problems the browser wrote to its console: a broken policy among them. */
  readonly complaints: string[];
}

async function begin(): Promise<Journey> {
  const site = await demoSite();
  const context = await openPhone(await openBrowser());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('requestfailed', (request) => {
    // What a page still asked for when the reader went on is not asked for any more.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${why}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) complaints.push(`somewhere else: ${request.url()}`);
  });
  await page.goto(`${site.url}/`);
  const goTo = page.goto.bind(page);
  page.goto = () => Promise.reject(new Error('Only clicks and keys from here on.'));
  onTestFinished(() => {
    page.goto = goTo;
  });
  return { page, site, complaints };
}

const link = (page: Page, name: string): Locator => page.getByRole('link', { name }).first();
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first();
/** A radio or a tick, by the words beside it. */
const answer = (page: Page, field: string, value: string): Locator =>
  page.locator(`input[name="${field}"][value="${value}"]`);
const tick = async (page: Page, field: string, value: string): Promise<void> => {
  const input = answer(page, field, value);
  await input.focus();
  await page.keyboard.press('Space');
  expect(await input.isChecked()).toBe(true);
};

/** The agencies on the slips of the check page, in order, with the word for their part. */
async function slips(page: Page): Promise<{ role: string; name: string }[]> {
  const found = await page.locator('.slip').all();
  return Promise.all(
    found.map(async (slip) => ({
      role: await slip.locator('.role').innerText(),
      name: await slip.getByRole('heading').innerText(),
    })),
  );
}

/** The agency ids of the slips that get a mail at once. */
const mailedNow = (cards: readonly { role: string; name: string }[], site: readonly string[]): string[] => {
  const names = cards
    .filter(({ role }) => [words('report:slip.role.primary'), words('report:slip.role.copy')].includes(role))
    .map(({ name }) => name);
  return site.filter((id) => names.includes(words(`agencies:${id}.name`))).sort();
};

const everyAgency = [
  'police',
  'helpline',
  'labour-enforcement',
  'children-leicester',
  'adults-leicester',
  'children-leicestershire',
];

describe('without JavaScript, on a phone, by clicks and keys from the first page', () => {
  test('F29: a neighbour tells of a garment factory in Leicester, the mailboxes are those on the cards, and no cookie is set', async () => {
    const { page, site, complaints } = await begin();
    await link(page, 'English').click();
    await link(page, words('ui:doors.form.title')).click();
    expect(await page.title()).toBe('Information – Know the Signs');
    await tick(page, 'danger', 'no');
    await tick(page, 'reporter', 'public');
    await tick(page, 'place', 'garment-factory');
    await button(page, words('report:button.place')).click();
    await tick(page, 'signs', 'documents-or-money-held');
    await tick(page, 'area', 'leicester');
    await page.locator('textarea[name="where"]').pressSequentially('unit behind the tyre shop');
    await tick(page, 'concern', 'labour');
    await button(page, words('report:button.check')).click();
    const cards = await slips(page);
    expect(cards.map(({ name }) => name)).toContain(words('agencies:police.name'));
    await button(page, words('report:button.send')).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(words('report:receipt.title'));
    expect(await page.locator('main').innerText()).not.toContain('tyre shop');
    expect(page.url()).toBe(`${site.url}/api/answers`);
    const [mail] = await site.mailsOf('police');
    await site.mailsOf('labour-enforcement');
    expect(site.mailboxes()).toEqual(mailedNow(cards, everyAgency));
    expect(mail?.text).toContain('| unit behind the tyre shop');
    expect(await page.context().cookies()).toEqual([]);
    expect(complaints).toEqual([]);
    recordFault({
      row: 'F29',
      adapter: 'chromium',
      injected: 'a whole report without JavaScript',
      times: 1,
      result: 'delivered, no cookie',
    });
  });

  test('the demo mailbox shows the mail, marked as a demonstration', async () => {
    const { page, site } = await begin();
    await link(page, 'English').click();
    await link(page, words('ui:doors.form.title')).click();
    await tick(page, 'signs', 'debt');
    await button(page, words('report:button.check')).click();
    await button(page, words('report:button.send')).click();
    await page.getByRole('heading', { name: words('report:receipt.title') }).waitFor();
    const [mailbox] = await Promise.race([
      site.mailsOf('police').then(() => ['police']),
      site.mailsOf('helpline').then(() => ['helpline']),
    ]);
    const operator = await (await openPhone(await openBrowser())).newPage();
    await operator.goto(`${site.url}/demo/`);
    expect(await operator.title()).toContain('DEMO');
    expect(await operator.locator('body').innerText()).toContain(`${mailbox}@demo.invalid`);
  });

  test('someone it happens to leaves out the police, sees who gets it instead, and the police get nothing', async () => {
    const { page, site, complaints } = await begin();
    await link(page, 'English').click();
    await link(page, words('ui:doors.help.title')).click();
    await link(page, words('ui:doors.form-affected.title')).click();
    await tick(page, 'signs', 'debt');
    await tick(page, 'area', 'leicester');
    await button(page, words('report:button.check')).click();
    expect(await page.locator('main').innerText()).toContain('Home Office');
    await tick(page, 'exclude', 'police');
    await button(page, words('report:button.update')).click();
    const cards = await slips(page);
    expect(cards.map(({ name }) => name)).toEqual([words('agencies:helpline.name')]);
    expect(await answer(page, 'exclude', 'police').isChecked()).toBe(true);
    await button(page, words('report:button.send')).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(words('report:receipt.title'));
    const [mail] = await site.mailsOf('helpline');
    expect(mail?.subject).toContain('URGENT');
    expect(site.mailboxes()).toEqual(['helpline']);
    expect(complaints).toEqual([]);
  });

  test('leaving out the police and pressing Send at once shows the new cards before anything goes', async () => {
    const { page, site } = await begin();
    await link(page, 'English').click();
    await link(page, words('ui:doors.help.title')).click();
    await link(page, words('ui:doors.form-affected.title')).click();
    await tick(page, 'signs', 'debt');
    await button(page, words('report:button.check')).click();
    await tick(page, 'exclude', 'police');
    await button(page, words('report:button.send')).click();
    expect(await page.locator('main').innerText()).toContain(words('report:check.changed'));
    expect(site.mailboxes()).toEqual([]);
    await button(page, words('report:button.send')).click();
    await site.mailsOf('helpline');
    expect(site.mailboxes()).toEqual(['helpline']);
  });

  test('someone under 18 is told first what it does, cannot leave out the police, and is marked urgent', async () => {
    const { page, site, complaints } = await begin();
    await link(page, 'English').click();
    await link(page, words('ui:doors.young.title')).click();
    await link(page, words('ui:doors.form-under-18.title')).click();
    expect(await page.locator('main').innerText()).toContain(words('report:form.under-18.first'));
    await tick(page, 'signs', 'debt');
    await tick(page, 'area', 'leicester');
    await button(page, words('report:button.check')).click();
    expect(await answer(page, 'exclude', 'police').count()).toBe(0);
    const cards = await slips(page);
    await button(page, words('report:button.send')).click();
    const [mail] = await site.mailsOf('police');
    await site.mailsOf('children-leicester');
    expect(site.mailboxes()).toEqual(mailedNow(cards, everyAgency));
    expect(mail?.subject).toContain('URGENT');
    expect(complaints).toEqual([]);
  });

  test('someone in danger is shown 999, keeps every word, and can still send once they have called', async () => {
    const { page, site } = await begin();
    await link(page, 'English').click();
    await link(page, words('ui:doors.form.title')).click();
    await tick(page, 'danger', 'yes');
    await tick(page, 'signs', 'cannot-leave');
    await page.locator('textarea[name="where"]').pressSequentially('the green door');
    await button(page, words('report:button.check')).click();
    expect(await page.locator('main').innerText()).toContain('the green door');
    expect(await page.locator('main a[href="tel:999"]').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: /Send this too/ }).click();
    await button(page, words('report:button.send')).click();
    const [mail] = await Promise.race([site.mailsOf('police'), site.mailsOf('helpline')]);
    expect(mail?.text).toContain('the green door');
    expect(mail?.subject).toContain('URGENT');
  });

  test('someone who ticks nothing is asked for one tick or some words and loses nothing', async () => {
    const { page } = await begin();
    await link(page, 'English').click();
    await link(page, words('ui:doors.form.title')).click();
    await page.locator('textarea[name="contact"]').pressSequentially('after six');
    await tick(page, 'area', 'rutland');
    await button(page, words('report:button.check')).click();
    expect(await page.locator('main').innerText()).toContain(words('report:error.nothing-said'));
    expect(await page.locator('textarea[name="contact"]').inputValue()).toBe('after six');
    expect(await answer(page, 'area', 'rutland').isChecked()).toBe(true);
  });
});

test('the form is also sent where the site is opened under another name of this machine, on plain http', async () => {
  const site = await demoSite({ HOST: '0.0.0.0' });
  const page = await (await openPhone(await openBrowser())).newPage();
  await page.goto(`http://signs.localhost:${site.port}/en/tell/`);
  await tick(page, 'signs', 'debt');
  await button(page, words('report:button.check')).click();
  await button(page, words('report:button.send')).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(words('report:receipt.title'));
});
