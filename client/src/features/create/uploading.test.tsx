import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { loadDraft } from '@/lib/draft'
import { anImageModel } from '@/test/examples'
import { fakeStudio, quietStudio, show } from '@/test/fake-studio'
import { CreatePage } from './create-page'

type Answer = { status: number; body: unknown }

/** Uploads as the browser makes them, which tell how far they have come; the test says when and what they answer. */
class Upload {
  static all: Upload[] = []
  upload: { onprogress?: (event: Partial<ProgressEvent>) => void } = {}
  status = 0
  responseText = ''
  address = ''
  aborted = false
  onload?: () => void
  onabort?: () => void
  open(_: string, address: string) {
    this.address = address
    Upload.all.push(this)
  }
  setRequestHeader() {}
  send() {}
  abort() {
    this.aborted = true
    this.onabort?.()
  }
  answer({ status, body }: Answer) {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload?.()
  }
}

const boat = new File(['x'], 'boat.png', { type: 'image/png' })
const stored = { id: 'i1', kind: 'image', name: 'boat.png', url: '/api/media/i1' }

beforeEach(() => {
  Upload.all = []
  vi.stubGlobal('XMLHttpRequest', Upload)
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:boat', revokeObjectURL: () => undefined }))
  fakeStudio({ ...quietStudio, 'GET /api/catalog/video-models': [anImageModel()], 'GET /api/catalog/price-hints': [] })
  history.replaceState(null, '', '/create')
})

async function addTheBoat() {
  show(<CreatePage />)
  await userEvent.upload(await screen.findByTestId('image-file'), boat)
  await waitFor(() => expect(Upload.all).toHaveLength(1))
}

it('shows a picture’s way into the studio, and then the picture', async () => {
  await addTheBoat()
  Upload.all[0]?.upload.onprogress?.({ lengthComputable: true, loaded: 40, total: 100 })
  await waitFor(() =>
    expect(screen.getByRole('progressbar', { name: 'Sending boat.png' })).toHaveAttribute('aria-valuenow', '40'),
  )
  Upload.all[0]?.answer({ status: 201, body: stored })
  expect(await screen.findByRole('img', { name: 'Start image: boat.png' })).toHaveAttribute('src', '/api/media/i1')
  expect(loadDraft('a1').image?.id).toBe('i1')
})

it('says at its place why a file cannot be used, and sends it again when asked', async () => {
  await addTheBoat()
  Upload.all[0]?.answer({ status: 415, body: { detail: 'This is not a picture. Use PNG, JPEG or WebP.' } })
  expect(await screen.findByText('This is not a picture. Use PNG, JPEG or WebP.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Send boat.png again' }))
  await waitFor(() => expect(Upload.all).toHaveLength(2))
})

it('gives an upload up when a person stops it', async () => {
  await addTheBoat()
  await userEvent.click(screen.getByRole('button', { name: 'Stop sending boat.png' }))
  expect(Upload.all[0]?.aborted).toBe(true)
  expect(await screen.findByRole('button', { name: 'Add the start image' })).toBeVisible()
})

it('takes a picture that is pasted anywhere on the page', async () => {
  show(<CreatePage />)
  await screen.findByTestId('image-file')
  const paste = Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { files: [boat] } })
  window.dispatchEvent(paste)
  await waitFor(() => expect(Upload.all[0]?.address).toBe('/api/uploads/images'))
  expect(paste.defaultPrevented).toBe(true)
})
