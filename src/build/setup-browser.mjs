// Makes sure the tests have a browser and fonts for the scripts we write in. Runs on any Node from 20 on.
import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.mjs';

const packages = ['chromium', 'fonts-noto-core'];

if (findChromium() === undefined) install();

function install() {
  const isRoot = process.getuid?.() === 0;
  const [command, ...before] = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync(command, [...before, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0;
  console.log(`No Chromium found: installing ${packages.join(' and ')} with apt-get.`);
  if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages)) return;
  console.error('The tests need a browser: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run again.');
  process.exit(1);
}
