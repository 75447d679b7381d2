import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { compressed } from './build/compressed.ts'
import { preloadedFont } from './build/preloaded-font.ts'

const server = process.env['STUDIO_URL'] ?? 'http://localhost:8080'

/** What nearly every page is made of. */
const everywhere =
  'badge|beside|button|confirm|dialog|empty-state|field|form|icon-button|menu|money|notice|page-header|password-input|' +
  'problem-notice|progress|skeleton|spoken-progress|state-mark|text-area|text-input|tooltip|use-leaving'

/** A song in a list. */
const songs = 'cover|song-shape|shape|band-mixture'

const parts = new RegExp(
  `src/(lib|api)/|lucide-react|@tanstack|components/(ui/(${everywhere})|song/(${songs}))\\.tsx?$`,
)
const shared = { minShareCount: 2 }

export default defineConfig({
  plugins: [react(), tailwindcss(), preloadedFont(/instrument-sans-latin-wght-normal.*\.woff2$/), compressed()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // Inlined fonts and pictures would need data: in the content security policy.
    assetsInlineLimit: 0,
    // The policy forbids inline scripts, and every browser of the targets preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What several pages share, in a few files. Left to itself the build makes one for every shared icon and every few lines
        // of lib: thirty for a page, of which a browser asks for six at a time.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 4 },
            { ...shared, name: 'parts', test: parts, priority: 3 },
            {
              ...shared,
              name: 'controls',
              test: /node_modules|src\/components\/(ui|clips|models|orders)\//,
              priority: 2,
            },
            { ...shared, name: 'film', test: /src\/components\/(song|film)\//, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server, '/health': server } },
  test: {
    css: false,
    // One page and one reading of packages for all files, which halves the time; src/test/setup.ts sees to it that none meets what another left.
    isolate: false,
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      // What draws nothing needs no page around it: making one for each file took longer than all of these tests.
      { extends: true, test: { name: 'plain', environment: 'node', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          setupFiles: ['src/test/setup.ts'],
          include: ['src/**/*.test.tsx'],
        },
      },
    ],
  },
})
