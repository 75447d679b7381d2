import { useQuery } from '@tanstack/react-query'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { projectOf, type Project } from '@/api/projects'
import { fakeStudio, quietStudio, Refusal, show, silence, type Asked } from '@/test/fake-studio'
import { aBoard, aPlan, aProject, projectId } from '@/test/film-examples'
import { aHearing, aWaveform, noLyrics, songId } from '@/test/song-examples'
import { ConceptPage } from './concept-page'

const at = `/api/projects/${projectId}`

/** A studio with one video, which keeps its parts the way the real one does. */
function studioWith(first: Project, answers: Record<string, unknown> = {}) {
  let project = first
  const put = (part: 'brief' | 'look' | 'cast' | 'plan') => ({
    [`PUT ${at}/${part}`]: ({ body }: Asked) => {
      const sent = body as { version: number } & Partial<Project>
      if (sent.version !== project.version) return new Refusal(409, { type: 'stale', detail: 'Changed elsewhere.' })
      project = { ...project, [part]: sent[part], version: project.version + 1 }
      return project
    },
  })
  const asked = fakeStudio({
    ...quietStudio,
    [`GET ${at}`]: () => project,
    ...put('brief'),
    ...put('look'),
    ...put('cast'),
    ...put('plan'),
    [`GET ${at}/words-price`]: { model: 'Writer', board: 18_000, questions: 4_000, rewrite: 6_000 },
    [`GET ${at}/direction`]: null,
    [`GET ${at}/stills`]: [],
    [`POST ${at}/stills/quote`]: { each: 40_000, total: 40_000, count: 1, stills: [], withinBudget: true },
    [`POST ${at}/plan/preview`]: aPlan(),
    [`GET /api/tracks/${songId}/hearing`]: aHearing(),
    [`GET /api/tracks/${songId}/lyrics`]: noLyrics,
    [`GET /api/tracks/${songId}/waveform`]: () => new Response(aWaveform([[-10, 10, 1, 1, 1]])),
    'GET /api/catalog/price-hints': [],
    'GET /api/looks': [],
    ...answers,
  })
  return { asked, elsewhere: (how: (now: Project) => Project) => (project = how(project)) }
}

/** The page as its frame shows it: with what the studio last said. */
function Page() {
  const project = useQuery(projectOf(projectId))
  return project.data ? <ConceptPage project={project.data} /> : null
}

const sent = (asked: readonly Asked[], call: string) =>
  asked.filter((one) => one.call === call).map((one) => one.body as Record<string, unknown>)

it('keeps what is typed, and says so', async () => {
  const { asked } = studioWith(aProject())
  show(<Page />)
  await userEvent.type(await screen.findByLabelText('What is the film about?'), 'Rain')
  expect(screen.getByText('Saving')).toBeInTheDocument()
  expect(await screen.findByText('Saved')).toBeInTheDocument()
  expect(sent(asked, `PUT ${at}/brief`)).toMatchObject([{ version: 1, brief: { theme: 'Rain' } }])
})

it('keeps both when another device changed something else meanwhile', async () => {
  const { asked, elsewhere } = studioWith(aProject())
  show(<Page />)
  await userEvent.type(await screen.findByLabelText('What is the film about?'), 'Rain')
  elsewhere((now) => ({ ...now, version: 7, brief: { ...now.brief, mood: 'wild' } }))
  await waitFor(() => expect(screen.getByLabelText('Mood')).toHaveValue('wild'))
  expect(sent(asked, `PUT ${at}/brief`).at(-1)).toMatchObject({ version: 7, brief: { theme: 'Rain', mood: 'wild' } })
})

it('says that nothing is saved while the studio does not answer, and keeps the words', async () => {
  studioWith(aProject(), { [`PUT ${at}/brief`]: silence })
  show(<Page />)
  await userEvent.type(await screen.findByLabelText('Mood'), 'dry')
  expect(await screen.findByText(/Not saved yet/)).toBeVisible()
  expect(screen.getByLabelText('Mood')).toHaveValue('dry')
})

it('takes a suggested answer, and lets a question be skipped', async () => {
  const question = (id: string, text: string) => ({
    id,
    text,
    suggestions: ['Day', 'Night'],
    answer: null,
    skipped: false,
  })
  const brief = { ...aProject().brief, questions: [question('q1', 'When?'), question('q2', 'Again?')] }
  const { asked } = studioWith(aProject({ brief }))
  show(<Page />)
  const suggestions = await screen.findByRole('group', { name: 'Suggestions: When?' })
  await userEvent.click(within(suggestions).getByRole('button', { name: 'Night' }))
  const skips = screen.getAllByRole('button', { name: 'Skip' })
  await userEvent.click(skips[1] as HTMLElement)
  await waitFor(() =>
    expect(sent(asked, `PUT ${at}/brief`).at(-1)).toMatchObject({
      brief: { questions: [{ answer: 'Night' }, { skipped: true }] },
    }),
  )
})

it('adds somebody to the cast, who is kept once there is a name', async () => {
  const { asked } = studioWith(aProject())
  show(<Page />)
  await userEvent.click(await screen.findByRole('button', { name: 'Somebody' }))
  const card = await screen.findByRole('listitem', { name: 'Without a name' })
  await userEvent.type(within(card).getByLabelText('Name'), 'Ada')
  await userEvent.type(within(card).getByLabelText('What it looks like'), 'Yellow coat')
  await waitFor(() =>
    expect(sent(asked, `PUT ${at}/cast`).at(-1)).toMatchObject({ cast: [{ name: 'Ada', description: 'Yellow coat' }] }),
  )
  expect(await screen.findByRole('button', { name: /Draw a sheet.*\$0\.04/ })).toBeVisible()
})

it('names the price of the plan, and fits it to a budget', async () => {
  const cheaper = { ...aProject().plan, resolution: '480p' }
  const { asked } = studioWith(aProject(), {
    [`POST ${at}/plan/fit`]: {
      plans: [{ sentence: 'At 480p.', plan: cheaper, preview: aPlan({ price: 900_000 }) }],
      cheapest: 500_000,
      note: null,
    },
  })
  show(<Page />)
  expect(await screen.findByText('$2.08')).toBeVisible()
  expect(screen.getByText(/64 s of the 80 s that are paid for are seen/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Fit it to my budget' }))
  const dialog = await screen.findByRole('dialog', { name: 'Fit it to my budget' })
  const sum = within(dialog).getByLabelText('Not more than')
  await userEvent.clear(sum)
  await userEvent.type(sum, '1{Enter}')
  expect(await within(dialog).findByText('At 480p.')).toBeVisible()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take this plan' }))
  await waitFor(() => expect(sent(asked, `PUT ${at}/plan`).at(-1)).toMatchObject({ plan: { resolution: '480p' } }))
})

it('keeps how short and how long shots may be, once the two fit together', async () => {
  const { asked } = studioWith(aProject())
  show(<Page />)
  await userEvent.type(await screen.findByLabelText('Shortest shot'), '2,5')
  const longest = screen.getByLabelText('Longest shot')
  await userEvent.type(longest, '2')
  expect(screen.getByText('It has to be longer than the shortest shot.')).toBeVisible()
  await userEvent.type(longest, '0')
  await waitFor(() =>
    expect(sent(asked, `PUT ${at}/plan`).at(-1)).toMatchObject({ plan: { shortest: 2.5, longest: 20 } }),
  )
})

it('has the storyboard written for what the button names, after all is saved', async () => {
  history.replaceState(null, '', `/projects/${projectId}/concept`)
  const { asked } = studioWith(aProject(), { [`POST ${at}/board`]: aBoard() })
  show(<Page />)
  await userEvent.type(await screen.findByLabelText('Mood'), 'dry')
  await userEvent.click(await screen.findByRole('button', { name: /Write the storyboard.*up to \$0\.02/ }))
  await waitFor(() => expect(location.pathname).toBe(`/projects/${projectId}/storyboard`))
  const calls = asked.map((one) => one.call)
  expect(calls.indexOf(`PUT ${at}/brief`)).toBeLessThan(calls.indexOf(`POST ${at}/board`))
  expect(sent(asked, `POST ${at}/board`)).toEqual([{ shownMost: 18_000, rules: false }])
  expect(calls).not.toContain(`GET ${at}/board`)
})

it('asks before it writes anew the board that is there, and names the one it means', async () => {
  const standing = { ...aProject().standing, shots: 4 }
  const answers = { [`GET ${at}/board`]: aBoard({ version: 7 }), [`POST ${at}/board`]: aBoard({ version: 8 }) }
  const { asked } = studioWith(aProject({ standing }), answers)
  show(<Page />)
  await userEvent.click(await screen.findByRole('button', { name: /Write it anew/ }))
  expect(sent(asked, `POST ${at}/board`)).toEqual([])
  const question = within(await screen.findByRole('dialog'))
  await userEvent.click(question.getByRole('button', { name: /Write it anew/ }))
  await waitFor(() => expect(sent(asked, `POST ${at}/board`)).toMatchObject([{ version: 7 }]))
})

it('asks for the consent of a person before a face goes to its provider', async () => {
  const cast = [{ id: 'c1', kind: 'person' as const, name: 'Ada', description: '', pictureIds: ['p1'] }]
  const { asked } = studioWith(aProject({ cast }), {
    [`GET ${at}/consents`]: {
      given: [],
      asked: {
        modelId: 'seedance',
        modelName: 'Seedance',
        flow: 'seedance',
        version: '2',
        policyText: 'Their own words.',
        statements: ['I accept.', 'I may.', 'I know.'],
        mediaIds: ['p1'],
      },
    },
    [`POST ${at}/consents`]: {},
  })
  show(<Page />)
  const form = await screen.findByRole('region', { name: 'Consent for faces' })
  await userEvent.click(within(form).getByRole('button', { name: 'I agree, for this picture' }))
  expect(within(form).getByText(/All of them are needed/)).toBeVisible()
  expect(sent(asked, `POST ${at}/consents`)).toEqual([])
  for (const box of within(form).getAllByRole('checkbox')) await userEvent.click(box)
  await userEvent.click(within(form).getByRole('button', { name: 'I agree, for this picture' }))
  await waitFor(() => expect(sent(asked, `POST ${at}/consents`)).toMatchObject([{ mediaId: 'p1', policyVersion: '2' }]))
})
