import { defineConfig } from '@playwright/test'
import { existsSync } from 'node:fs'

const browsers = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = browsers.find((path) => path !== undefined && existsSync(path))
if (!executablePath)
  throw new Error('There is no Chromium on this machine. Install it, or say in CHROMIUM where it is.')

// What a hand does differently on a phone, and what a page lays out differently, is tried there too; the rest once.
const onPhonesToo = /\/(board|first-clip|pages|song)\.spec\.ts/

export default defineConfig({
  testDir: './specs',
  outputDir: './test-results',
  // Each worker runs a studio, its ffmpeg and a browser, and alone left a third of two processors idle. Beside two programs that
  // never rest the slowest test took 108 s instead of 21.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    locale: 'en-US',
    // A trace paints and keeps every step of every test: it cost more than the steps. TRACE=1 has one for a riddle.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    // Nothing is drawn by a graphics card here: what only moves for the eye is left out.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testMatch: onPhonesToo,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    // Measurements, and no tests: `./studio bench board`.
    ...(process.env['BENCH']
      ? [{ name: 'bench', testDir: './bench', use: { viewport: { width: 1440, height: 900 } } }]
      : []),
  ],
})
