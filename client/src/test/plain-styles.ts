// Files that share a worker share its window.
const prepared = new WeakSet<Window>()

/**
 * No style sheet reaches the pages of tests, so that what an element looks like follows from its tag and a few attributes. A
 * search by role asks it of every element and of all that is around it: answering each kind once saves most of a test's time.
 */
export function answerStylesOnce(): void {
  if (prepared.has(window)) return
  prepared.add(window)
  const compute = window.getComputedStyle.bind(window)
  const known = new Map<string, CSSStyleDeclaration>()
  window.getComputedStyle = (element, part) => {
    if (element.hasAttribute('style')) return compute(element, part)
    const kind = `${part ?? ''} ${kindOf(element.parentElement)} ${kindOf(element)}`
    const found = known.get(kind) ?? compute(element, part)
    known.set(kind, found)
    return found
  }
}

function kindOf(element: Element | null): string {
  if (!element) return ''
  const marks = ['hidden', 'open', 'type', 'disabled'].map((name) => element.getAttribute(name))
  return `${element.tagName} ${marks.join()}`
}
