import { act, render, screen } from '@testing-library/react'
import { Component, type ComponentType, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { lazyPart } from './lazy-part'

const Page = ({ name }: { name: string }) => <h1>{name}</h1>
class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError = () => ({ broken: true })
  override render = () => (this.state.broken ? <p>broken</p> : this.props.children)
}
const Waiting = () => <p>on the way</p>

test('a part that was read ahead is there with the first render', async () => {
  const Part = lazyPart(() => Promise.resolve(Page), Waiting)
  Part.preload()
  await Promise.resolve()
  await Promise.resolve()
  render(<Part name="Acqua alta" />)
  expect(screen.getByRole('heading')).toHaveTextContent('Acqua alta')
})

test('a part that comes later is shown as soon as it has come, whatever was shown meanwhile', async () => {
  vi.useFakeTimers()
  try {
    let come: (part: ComponentType<{ name: string }>) => void = () => undefined
    const Part = lazyPart(() => new Promise<ComponentType<{ name: string }>>((done) => (come = done)), Waiting)
    render(<Part name="Acqua alta" />)
    expect(screen.getByText('on the way')).toBeInTheDocument()
    await act(async () => come(Page))
    expect(screen.getByRole('heading')).toHaveTextContent('Acqua alta')
  } finally {
    vi.useRealTimers()
  }
})

test('a part that cannot be read says so, and whoever wants it next asks again', async () => {
  const load = vi.fn<() => Promise<ComponentType<{ name: string }>>>()
  load.mockRejectedValueOnce(new Error('the file is gone')).mockResolvedValue(Page)
  const Part = lazyPart(load)
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { unmount } = render(
    <Boundary>
      <Part name="Acqua alta" />
    </Boundary>,
  )
  expect(await screen.findByText('broken')).toBeInTheDocument()
  unmount()
  render(<Part name="Acqua alta" />)
  expect(await screen.findByRole('heading')).toHaveTextContent('Acqua alta')
  expect(load).toHaveBeenCalledTimes(2)
  silent.mockRestore()
})
