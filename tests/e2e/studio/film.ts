import { expect } from '@playwright/test'
import { songFile, type SongFile } from './song'
import type { Visitor } from './visitor'

export interface Board {
  version: number
  price: number
  shots: { id: string; stillUrl: string | null; words: { picture: string } }[]
}

interface Project {
  version: number
  plan: Record<string, unknown>
}

const patience = { timeout: 60_000, intervals: [100, 250] }

/** A video in the making, brought by the calls of the pages to where a test begins. */
export class Film {
  private constructor(
    private readonly visitor: Visitor,
    readonly id: string,
  ) {}

  private get at(): string {
    return `/api/projects/${this.id}`
  }

  /** A song that is heard; its id. */
  static async song(visitor: Visitor, { name, buffer }: SongFile): Promise<string> {
    const upload = await visitor.write<{ id: string }>('post', '/api/uploads', {
      name,
      bytes: buffer.length,
      for: 'song',
    })
    await visitor.write('put', `/api/uploads/${upload.id}?from=0`, buffer)
    const track = await visitor.write<{ id: string }>('post', '/api/tracks', { uploadId: upload.id })
    const heard = async () => (await visitor.read<{ state: string }>(`/api/tracks/${track.id}`)).state
    await expect.poll(heard, patience).toBe('heard')
    return track.id
  }

  /** A heard song and a video of it, without a concept. */
  static async ofASong(visitor: Visitor): Promise<Film> {
    const trackId = await Film.song(visitor, songFile())
    const project = await visitor.write<{ id: string }>('post', '/api/projects', { trackId })
    return new Film(visitor, project.id)
  }

  /** Few shots, and small ones: what a film is made of costs a test only time. */
  async board(): Promise<Board> {
    const { version, plan } = await this.visitor.read<Project>(this.at)
    const small = { ...plan, ...(await this.smallModel()), shortest: 4, longest: 8 }
    await this.visitor.write('put', `${this.at}/plan`, { version, plan: small })
    await this.visitor.write('post', `${this.at}/board`, { rules: true, shownMost: 0 })
    return this.boardWhen((board) => board.shots.every(({ words }) => words.picture !== ''))
  }

  /** A still for every shot that has none. */
  async draw(): Promise<Board> {
    const wanted = { missing: true, variants: 1 }
    const { each } = await this.visitor.write<{ each: number }>('post', `${this.at}/stills/quote`, wanted)
    await this.visitor.write('post', `${this.at}/stills`, { ...wanted, shownEach: each })
    return this.boardWhen((board) => board.shots.every(({ stillUrl }) => stillUrl !== null))
  }

  async approved(): Promise<Board> {
    await this.board()
    const { version, price } = await this.draw()
    return this.visitor.write('post', `${this.at}/board/approve`, {
      version,
      shotIds: null,
      all: true,
      shownTotal: price,
    })
  }

  /** The cheapest of what begins with a picture. */
  private async smallModel(): Promise<{ videoModel?: string; resolution?: string }> {
    const models =
      await this.visitor.read<{ id: string; image: string; available: boolean; resolutions: string[] }[]>(
        '/api/catalog/video-models',
      )
    const small = models.find((one) => one.available && one.image !== 'no' && one.resolutions.includes('480p'))
    return small ? { videoModel: small.id, resolution: '480p' } : {}
  }

  private async boardWhen(isSo: (board: Board) => boolean): Promise<Board> {
    let board: Board | undefined
    const looked = async () => {
      board = await this.visitor.read<Board>(`${this.at}/board`)
      return isSo(board)
    }
    await expect.poll(looked, patience).toBe(true)
    return board as Board
  }
}
