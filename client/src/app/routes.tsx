import type { ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { lazyPart } from '@/lib/lazy-part'
import { NotFound } from './not-found'
import { PageSkeleton } from './page-skeleton'

const page = <Props extends object>(load: () => Promise<ComponentType<Props>>) => lazyPart(load, PageSkeleton)
const door = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazyPart(load, () => <div className="min-h-dvh" />)

export const pages = {
  home: page(() => import('./home').then((file) => file.Home)),
  create: page(() => import('@/features/create/create-page').then((file) => file.CreatePage)),
  queue: page(() => import('@/features/queue/queue-page').then((file) => file.QueuePage)),
  gallery: page(() => import('@/features/gallery/gallery-page').then((file) => file.GalleryPage)),
  song: page(() => import('./song').then((file) => file.Song)),
  projects: page(() => import('@/features/projects/projects-page').then((file) => file.ProjectsPage)),
  project: page(() => import('./project').then((file) => file.Project)),
  exports: page(() => import('@/features/exports/exports-page').then((file) => file.ExportsPage)),
  songs: page(() => import('@/features/songs/songs-page').then((file) => file.SongsPage)),
  newSong: page(() => import('@/features/songs/making/new-song-page').then((file) => file.NewSongPage)),
  spend: page(() => import('@/features/spend/spend-page').then((file) => file.SpendPage)),
  settings: page(() => import('@/features/settings/settings-page').then((file) => file.SettingsPage)),
}

const doors = {
  signIn: door(() => import('@/features/session/sign-in-page').then((file) => file.SignInPage)),
  setUp: door(() => import('@/features/session/set-up-page').then((file) => file.SetUpPage)),
  join: door(() => import('@/features/session/join-page').then((file) => file.JoinPage)),
}

// The player is a dialog of the gallery: one pattern keeps the grid and its scroll position under it.
const song = /^\/songs\/(?<id>[0-9a-f-]{36})\/?$/i
const project = /^\/projects\/(?<id>[0-9a-f-]{36})(?:\/(?<step>[a-z]+))?\/?$/i
const gallery = /^\/(?:gallery|clips\/(?<id>[0-9a-f-]{36}))\/?$/i

/** Reads the file of the page at an address ahead. */
export function preloadPage(path: string) {
  const [, first = ''] = path.split('/')
  if (song.test(path)) return pages.song.preload()
  if (project.test(path)) return pages.project.preload()
  const at = {
    '': pages.home,
    clips: pages.gallery,
    ...pages,
    'sign-in': doors.signIn,
    setup: doors.setUp,
    join: doors.join,
  }
  if (first in at) at[first as keyof typeof at].preload()
}

/** What a signed-in person can open. */
export function StudioPages() {
  return (
    <Switch>
      <Route path="/" component={pages.home} />
      <Route path="/create" component={pages.create} />
      <Route path="/queue" component={pages.queue} />
      <Route path={gallery}>{(found) => <pages.gallery clipId={found['id']} />}</Route>
      <Route path="/songs">{() => <pages.songs readAhead={pages.song.preload} />}</Route>
      <Route path="/songs/new" component={pages.newSong} />
      <Route path={song}>{(found) => <pages.song id={found['id'] ?? ''} />}</Route>
      <Route path="/projects" component={pages.projects} />
      <Route path={project}>{(found) => <pages.project id={found['id'] ?? ''} step={found['step']} />}</Route>
      <Route path="/exports" component={pages.exports} />
      <Route path="/spend" component={pages.spend} />
      <Route path="/settings/:section?">{(found) => <pages.settings section={found.section} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}

/** The ways in. */
export function DoorPages() {
  return (
    <Switch>
      <Route path="/sign-in" component={doors.signIn} />
      <Route path="/setup" component={doors.setUp} />
      <Route path="/join" component={doors.join} />
    </Switch>
  )
}
