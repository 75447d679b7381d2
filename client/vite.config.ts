import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { compressed } from './build/compressed.ts'
import { preloadedFont } from './build/preloaded-font.ts'

const server = process.env['STUDIO_URL'] ?? 'http://localhost:8080'

const smallParts =
  /src\/(lib|api)\/|lucide-react|components\/ui\/(badge|button|empty-state|field|form|money|notice|page-header|password-input|problem-notice|progress|skeleton|spoken-progress|state-mark|text-area|text-input)\.tsx$/

export default defineConfig({
  plugins: [react(), tailwindcss(), preloadedFont(/instrument-sans-latin-wght-normal.*\.woff2$/), compressed()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // Inlined fonts and pictures would need data: in the content security policy.
    assetsInlineLimit: 0,
    // The policy forbids inline scripts, and every browser of the targets preloads modules by itself.
    modulePreload: { polyfill: false },
    // Without it every shared icon and every few lines of lib become a request of their own: over thirty files under 1 kB.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'parts', test: smallParts, minShareCount: 2 }] } } },
  },
  server: { proxy: { '/api': server, '/health': server } },
  test: {
    css: false,
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
