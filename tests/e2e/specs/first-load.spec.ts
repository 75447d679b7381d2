import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const app = process.env['STUDIO_APP'] ?? resolve(import.meta.dirname, '../../../.run/app')
const assets = join(app, 'wwwroot', 'assets')

/** What a visit that begins at a page reads before it can be used, by the names of the build's files. */
const pages: Record<string, string[]> = {
  home: ['home'],
  create: ['create-page'],
  queue: ['queue-page'],
  gallery: ['gallery-page', 'dialog-window'],
  song: ['song'],
  songs: ['songs-page'],
  'new song': ['new-song-page'],
  videos: ['projects-page'],
  files: ['exports-page'],
  spend: ['spend-page'],
  settings: ['settings-page'],
  ...Object.fromEntries(
    ['song', 'concept', 'storyboard', 'takes', 'cut', 'export'].map((step) => [
      `step ${step}`,
      ['project', `${step}-page`],
    ]),
  ),
}

const most = 146 * 1024

test(`no page asks for more than ${most / 1024} KB of script before it can be used`, () => {
  const files = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const sum = (names: Iterable<string>) =>
    [...names].reduce((bytes, name) => bytes + statSync(join(assets, `${name}.br`)).size, 0)
  const heavy = Object.entries(pages)
    .map(([page, own]) => [page, sum(reachedFrom(files, ['index', 'frame', ...own]))] as const)
    .filter(([, bytes]) => bytes > most)
  expect(heavy).toEqual([])
})

/** The files of those names and everything that they import when they are read. */
function reachedFrom(files: string[], names: string[]): Set<string> {
  const reached = new Set<string>()
  const follow = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    const script = readFileSync(join(assets, file), 'utf8')
    for (const [, imported = ''] of script.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) follow(imported)
  }
  for (const name of names) {
    const file = files.find((one) => one.replace(/-[\w-]{8}\.js$/, '') === name)
    if (!file) throw new Error(`The build has no file named ${name}.`)
    follow(file)
  }
  return reached
}
