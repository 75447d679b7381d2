import type { QueryClient } from '@tanstack/react-query'
import { Problem } from '@/api/problem'
import { projectOf, putPart, takeProject, type Project, type ProjectParts } from '@/api/projects'
import { merged } from './merged'

export type Part = keyof ProjectParts

export interface SaveState {
  kind: 'saved' | 'saving' | 'unsaved'
  /** Why it is not saved; it goes on by itself where the studio did not answer. */
  problem: Problem | null
  /** Which part the studio refused. */
  part: Part | null
}

export interface Saves {
  drafts: Partial<ProjectParts>
  state: SaveState
}

/** After the last key, and between tries while the studio does not answer; milliseconds. */
const pause = 600
const again = 5_000
const mostMerges = 4

const saved: SaveState = { kind: 'saved', problem: null, part: null }

/**
 * What was typed about a project and has not reached the studio yet. One save is under way at a time, for all parts share one
 * version. Another device's save is read and merged, and never written over.
 */
export class ProjectSaves {
  private readonly queries: QueryClient
  private readonly id: string
  private shown: Saves = { drafts: {}, state: saved }
  /** What each draft began from. */
  private readonly bases: Partial<ProjectParts> = {}
  /** Parts that wait for the person: refused by the studio, or with somebody in the cast who has no name yet. */
  private readonly held = new Set<Part>()
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null

  constructor(queries: QueryClient, id: string) {
    this.queries = queries
    this.id = id
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  snapshot = () => this.shown

  /** The value as typed, or else as the studio has it. */
  value<Name extends Part>(part: Name): ProjectParts[Name] | undefined {
    return this.shown.drafts[part] ?? this.project?.[part]
  }

  change<Name extends Part>(part: Name, value: ProjectParts[Name]): void {
    if (!(part in this.shown.drafts)) this.bases[part] = this.project?.[part] as ProjectParts[Name]
    this.held.delete(part)
    this.become({ drafts: { ...this.shown.drafts, [part]: value }, state: { ...saved, kind: 'saving' } })
    this.later(pause)
  }

  /** Sends what is left. Answers whether everything is at the studio now. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    // What was typed while an earlier save was under way goes in a second round.
    for (let round = 0; round < 2 && this.waiting().length > 0; round += 1) {
      this.running ??= this.sendAll().finally(() => (this.running = null))
      await this.running
    }
    return this.shown.state.kind !== 'unsaved' && this.waiting().length === 0
  }

  private get project(): Project | undefined {
    return this.queries.getQueryData(projectOf(this.id).queryKey)
  }

  private waiting(): Part[] {
    return (Object.keys(this.shown.drafts) as Part[]).filter((part) => !this.held.has(part))
  }

  private async sendAll(): Promise<void> {
    let state = saved
    for (const part of this.waiting()) {
      try {
        await this.send(part, 0)
      } catch (thrown) {
        const problem = Problem.from(thrown)
        const passes = problem.offline || problem.status >= 500 || problem.status === 429
        state = { kind: 'unsaved', problem, part }
        if (!passes) this.held.add(part)
        if (passes) this.later(again)
      }
    }
    const more = this.waiting().length > 0 && state.kind === 'saved'
    this.become({ ...this.shown, state: more ? { ...saved, kind: 'saving' } : state })
    if (more) this.later(pause)
  }

  private async send<Name extends Part>(part: Name, merges: number): Promise<void> {
    const sent = this.shown.drafts[part] as ProjectParts[Name]
    const whole = sendable(part, sent)
    try {
      const answer = await putPart(this.id, part, this.project?.version ?? 0, whole)
      takeProject(this.queries, answer)
      this.bases[part] = whole
      if (this.shown.drafts[part] !== sent) return
      if (whole === sent) this.forget(part)
      else this.held.add(part)
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.status !== 409 || merges >= mostMerges) throw thrown
      const theirs = await this.queries.fetchQuery({ ...projectOf(this.id), staleTime: 0 })
      const mine = this.shown.drafts[part] as ProjectParts[Name]
      const drafts = { ...this.shown.drafts, [part]: merged(this.bases[part] ?? mine, mine, theirs[part]) }
      this.bases[part] = theirs[part] as ProjectParts[Name]
      this.become({ ...this.shown, drafts })
      await this.send(part, merges + 1)
    }
  }

  private forget(part: Part): void {
    const kept = Object.entries(this.shown.drafts).filter(([name]) => name !== part)
    this.become({ ...this.shown, drafts: Object.fromEntries(kept) })
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), milliseconds)
  }

  private become(next: Saves): void {
    this.shown = next
    this.listeners.forEach((listener) => listener())
  }
}

/** Somebody without a name cannot be called by one: the studio takes the cast without them until they have it. */
function sendable<Name extends Part>(part: Name, value: ProjectParts[Name]): ProjectParts[Name] {
  if (part !== 'cast') return value
  const cast = value as ProjectParts['cast']
  return (
    cast.every((member) => member.name.trim()) ? cast : cast.filter((member) => member.name.trim())
  ) as typeof value
}
