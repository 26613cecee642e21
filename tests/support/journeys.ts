import { expect } from 'vitest';
import signs from '#content/model/signs.yaml';
import { textLimits } from '../../functions/report/contract/answers.ts';
import { paths } from '../../functions/report/contract/paths.ts';
import {
  agenciesOnSlips,
  arrive,
  box,
  changeLanguageAndBack,
  follow,
  heldBy,
  overwrite,
  press,
  type Traveller,
  tick,
  write,
} from './traveller.ts';
import { words as english } from './words-of.ts';

const tooLong = '7'.repeat(textLimits.when + 1);
const ofFactory = signs.find(({ kind, places }) => kind === 'place' && places.includes('garment-factory'))?.id ?? '';

const mainText = ({ page }: Traveller): Promise<string> => page.locator('main').innerText();

/** The first thing on the page says what is wrong; every answer is there. */
async function expectErrors(traveller: Traveller, key: string, held: readonly string[]): Promise<void> {
  const { page, words } = traveller;
  const first = page.locator('main > :first-child');
  expect(await first.getAttribute('class')).toBe('errors');
  expect(await first.innerText()).toContain(words(key));
  expect(await first.innerText()).toContain(words('report:errors.kept'));
  expect(await heldBy(traveller)).toEqual(held);
}

async function send(traveller: Traveller, canary: string): Promise<void> {
  const { page, site, words } = traveller;
  await press(traveller, 'report:button.send');
  await page.getByRole('heading', { name: words('report:receipt.title') }).waitFor();
  await arrive(traveller, 'receipt');
  expect(await mainText(traveller)).not.toContain(canary);
  expect(page.url()).toBe(`${site.url}${paths.post}`);
}

/** A neighbour who makes every mistake that the form knows, lends the phone to a friend, and leaves the inspectors out. */
export async function tellOfFactory(traveller: Traveller, canary: string): Promise<void> {
  await follow(traveller, 'ui:doors.form.title');
  await arrive(traveller, 'form');
  await press(traveller, 'report:button.check');
  await arrive(traveller, 'form with nothing said');
  await expectErrors(traveller, 'report:error.nothing-said', []);
  await choosePlace(traveller);
  await tick(traveller, 'danger=no&reporter=public&signs=debt&area=leicester&concern=labour&traceable=maybe');
  await write(traveller, 'where', canary);
  await write(traveller, 'when', tooLong);
  await changeLanguageAndBack(traveller);
  await mendWords(traveller);
  await leaveOutInspectors(traveller, canary);
  await send(traveller, canary);
}

/** Without JavaScript a button brings the signs of the place; with it they come by themselves. */
async function choosePlace(traveller: Traveller): Promise<void> {
  const { page, words, script } = traveller;
  await tick(traveller, 'place=garment-factory');
  const button = page.getByRole('button', { name: words('report:button.place') });
  if (script) await button.waitFor({ state: 'detached' });
  else await button.click();
  await box(traveller, 'signs', ofFactory).waitFor();
  await arrive(traveller, 'form with the signs of a place');
  expect(await box(traveller, 'place', 'garment-factory').isChecked()).toBe(true);
}

async function mendWords(traveller: Traveller): Promise<void> {
  const { page, words } = traveller;
  const held = await heldBy(traveller);
  expect(held).toHaveLength(9);
  await press(traveller, 'report:button.check');
  await arrive(traveller, 'form with errors');
  await expectErrors(traveller, 'report:errors.title', held);
  await page.locator('.errors a[href="#when"]').click();
  const said = words('report:error.too-long').replace('{{limit}}', String(textLimits.when));
  expect(await page.locator('#when--error').innerText()).toBe(said);
  await changeLanguageAndBack(traveller);
  await overwrite(traveller, 'when', '7-22');
}

async function leaveOutInspectors(traveller: Traveller, canary: string): Promise<void> {
  const { page, words } = traveller;
  const [inspectors, police] = [english('agencies:labour-enforcement.name'), english('agencies:police.name')];
  await press(traveller, 'report:button.check');
  await page.getByRole('heading', { name: words('report:check.title') }).waitFor();
  await arrive(traveller, 'check page');
  expect(await mainText(traveller)).toContain(canary);
  expect(await agenciesOnSlips(traveller)).toEqual(expect.arrayContaining([police, inspectors]));
  await changeLanguageAndBack(traveller);
  await tick(traveller, 'exclude=labour-enforcement');
  await press(traveller, 'report:button.update');
  await page.getByText(words('report:check.leftOut'), { exact: true }).waitFor();
  await arrive(traveller, 'check page with one left out');
  expect(await agenciesOnSlips(traveller)).not.toContain(inspectors);
  await changeLanguageAndBack(traveller);
  expect(await box(traveller, 'exclude', 'labour-enforcement').isChecked()).toBe(true);
}

/** Someone it happens to, who reads the page for her first, sends the form empty, and does not want the police. */
export async function tellOfMyself(traveller: Traveller, canary: string): Promise<void> {
  const { page, words } = traveller;
  await follow(traveller, 'ui:doors.help.title');
  await arrive(traveller, 'help');
  await follow(traveller, 'ui:doors.form-affected.title');
  await arrive(traveller, 'form');
  await press(traveller, 'report:button.check');
  await arrive(traveller, 'form with nothing said');
  await expectErrors(traveller, 'report:error.nothing-said', ['reporter=affected']);
  await tick(traveller, 'signs=debt&area=leicester');
  await write(traveller, 'where', canary);
  await press(traveller, 'report:button.check');
  await page.getByRole('heading', { name: words('report:check.title') }).waitFor();
  await arrive(traveller, 'check page');
  await tick(traveller, 'exclude=police');
  await press(traveller, 'report:button.update');
  await page.getByText(words('report:check.leftOut'), { exact: true }).waitFor();
  await arrive(traveller, 'check page with one left out');
  expect(await agenciesOnSlips(traveller)).toEqual([english('agencies:helpline.name')]);
  await send(traveller, canary);
}

/** Someone of 15, who reads what it does before the first question, and can leave nobody out. */
export async function tellAsChild(traveller: Traveller, canary: string): Promise<void> {
  const { page, words } = traveller;
  await follow(traveller, 'ui:doors.young.title');
  await arrive(traveller, 'young people');
  await follow(traveller, 'ui:doors.form-under-18.title');
  await arrive(traveller, 'form');
  expect(await mainText(traveller)).toContain(words('report:form.under-18.police'));
  await press(traveller, 'report:button.check');
  await arrive(traveller, 'form with nothing said');
  await expectErrors(traveller, 'report:error.nothing-said', ['reporter=under-18']);
  await tick(traveller, 'signs=debt&area=leicester');
  await write(traveller, 'details', canary);
  await press(traveller, 'report:button.check');
  await page.getByRole('heading', { name: words('report:check.title') }).waitFor();
  await arrive(traveller, 'check page');
  expect(await mainText(traveller)).toContain(words('report:keep.under-18'));
  expect(await box(traveller, 'exclude', 'police').count()).toBe(0);
  await send(traveller, canary);
}

/** Someone who sees danger, is told to call, keeps every word, and sends it after the call. */
export async function tellOfDanger(traveller: Traveller, canary: string): Promise<void> {
  const { page, words } = traveller;
  await follow(traveller, 'ui:doors.form.title');
  await tick(traveller, 'danger=yes&signs=cannot-leave&area=leicester');
  await write(traveller, 'where', canary);
  await press(traveller, 'report:button.check');
  await page.getByText(words('report:problem.signposted.emergency.text')).waitFor();
  await arrive(traveller, 'danger');
  expect(await page.locator('main .call[href="tel:999"]').isVisible()).toBe(true);
  expect(await mainText(traveller)).toContain(canary);
  await press(traveller, 'report:button.called');
  await page.getByRole('heading', { name: words('report:check.title') }).waitFor();
  await arrive(traveller, 'check page');
  expect(await mainText(traveller)).toContain(words('report:keep.called'));
  await send(traveller, canary);
}
