import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { modelPlugin } from './src/build/model-plugin.ts';
import { scriptPlugin } from './src/build/script-plugin.ts';

/**
 * Static pages only: what the function answers is built apart, round the shell that this build writes.
 * KTS_OUT_DIR lets a build go to a folder of its own, renamed in place when it is whole.
 */
const {
  SITE_URL = 'http://localhost:4321',
  KTS_OUT_DIR = './dist',
  KTS_CACHE_DIR = './node_modules/.astro',
} = process.env;

/** Astro marks its own MDX modules with a directive that the bundler warns about, once a page; nothing is lost by it. */
function withoutDirectives(level, log, handle) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
}

export default defineConfig({
  site: SITE_URL,
  output: 'static',
  outDir: KTS_OUT_DIR,
  cacheDir: KTS_CACHE_DIR,
  trailingSlash: 'always',
  // Lossless: the default drops the space between two inline elements.
  compressHTML: true,
  build: { format: 'directory' },
  devToolbar: { enabled: false },
  // Colours in code blocks come as style= attributes, which our policy drops.
  markdown: { syntaxHighlight: false },
  integrations: [mdx()],
  vite: {
    plugins: [modelPlugin(), scriptPlugin()],
    // The oldest browsers that get the whole look (Safari 14.1, Chrome 87); inlined files would need their own hash.
    build: {
      assetsInlineLimit: 0,
      cssTarget: ['chrome87', 'safari14.1', 'ios14.5'],
      rolldownOptions: { onLog: withoutDirectives },
    },
  },
});
