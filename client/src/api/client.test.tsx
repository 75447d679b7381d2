import { expect, it } from 'vitest'
import { fakeStudio, Refusal, silence } from '@/test/fake-studio'
import { api, unwrap } from './client'
import { Problem } from './problem'

it('proves with every write that it comes from this page, and with no read', async () => {
  document.cookie = 'XSRF-TOKEN=abc%2B1'
  const asked = fakeStudio({ 'GET /api/tokens': [], 'POST /api/tokens': {} })
  await unwrap(api.GET('/api/tokens'))
  await unwrap(api.POST('/api/tokens', { body: { name: 'Nightly' } }))
  expect(asked.map((call) => call.headers.get('X-XSRF-TOKEN'))).toEqual([null, 'abc+1'])
})

it('turns a refusal into its sentence and its field', async () => {
  fakeStudio({ 'POST /api/tokens': new Refusal(400, { title: 'No', detail: 'The name is taken.', field: 'name' }) })
  const problem = await unwrap(api.POST('/api/tokens', { body: { name: 'x' } })).catch((thrown: unknown) => thrown)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ status: 400, message: 'The name is taken.', field: 'name', offline: false })
})

it('reads the field out of a validation answer, in the spelling of the form', async () => {
  fakeStudio({ 'POST /api/tokens': new Refusal(400, { errors: { Name: ['The name is too long.'] } }) })
  const problem = await unwrap(api.POST('/api/tokens', { body: { name: 'x' } })).catch((thrown: unknown) => thrown)
  expect(problem).toMatchObject({ message: 'The name is too long.', field: 'name' })
})

it('tells silence from refusal', async () => {
  fakeStudio({ 'GET /api/tokens': silence })
  await expect(unwrap(api.GET('/api/tokens'))).rejects.toMatchObject({ offline: true })
})
