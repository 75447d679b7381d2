import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, Program } from './program'

export const owner = { email: 'owner@studio.test', password: 'a gondola at midnight' }

interface StudioSettings {
  /** How much faster than Venice the rehearsal works. */
  speed?: number
  /** Without one, the first visitor becomes the owner with the code that the studio prints. */
  owner?: boolean
  /** Another Venice than the rehearsal’s own, a simulator that runs alone: its address. It takes this one key. */
  venice?: string
}

/** A studio with a data folder of its own, which asks for an account as one on the internet does. */
export class Studio {
  private constructor(
    readonly address: string,
    private readonly folder: string,
    private readonly settings: Record<string, string>,
    private program: Program,
  ) {}

  static async open({ speed = 200, owner: made = true, venice }: StudioSettings = {}): Promise<Studio> {
    const folder = await mkdtemp(join(tmpdir(), 'studio-e2e-'))
    const port = await freePort()
    const address = `http://localhost:${port}`
    const settings = {
      PORT: String(port),
      STUDIO_SIGN_IN: 'true',
      STUDIO_DATA: folder,
      STUDIO_REHEARSAL_SPEED: String(speed),
      // A suite asks as often in a minute as a person in a day.
      STUDIO_RATE_FACTOR: '100',
      ...(made && { STUDIO_OWNER_EMAIL: owner.email, STUDIO_OWNER_PASSWORD: owner.password }),
      ...(venice && { VENICE_BASE_URL: venice, VENICE_API_KEY: 'rehearsal' }),
    }
    return new Studio(address, folder, settings, await Program.start([], settings, `${address}/health/ready`))
  }

  get setUpCode(): string {
    return this.program.told(/set-up code: "?([0-9A-Z-]{19})/)
  }

  kill(): Promise<void> {
    return this.program.kill()
  }

  async startAgain(): Promise<void> {
    this.program = await Program.start([], this.settings, `${this.address}/health/ready`)
  }

  async close(): Promise<void> {
    await this.program.stop()
    await rm(this.folder, { recursive: true, force: true })
  }
}
