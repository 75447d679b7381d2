type Fields = Record<string, unknown>

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Two devices changed the same thing: what was typed here since `base` counts, everything else is as the other one left it.
 * Lists of things with an id are taken thing by thing, so that two people can add to a cast at once.
 */
export function merged<Value>(base: Value, mine: Value, theirs: Value): Value {
  if (same(base, mine)) return theirs
  if (same(base, theirs)) return mine
  if (isListed(base) && isListed(mine) && isListed(theirs)) return mergedLists(base, mine, theirs) as Value
  if (!isRecord(base) || !isRecord(mine) || !isRecord(theirs)) return mine
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)])
  return Object.fromEntries([...keys].map((key) => [key, merged(base[key], mine[key], theirs[key])])) as Value
}

function mergedLists(base: readonly Listed[], mine: readonly Listed[], theirs: readonly Listed[]): Listed[] {
  const of = (list: readonly Listed[], id: string) => list.find((one) => one.id === id)
  const kept = mine
    // What was taken away elsewhere and not touched here is gone.
    .filter((one) => of(theirs, one.id) !== undefined || !same(of(base, one.id), one))
    .map((one) => merged(of(base, one.id) ?? one, one, of(theirs, one.id) ?? one))
  const added = theirs.filter((one) => of(base, one.id) === undefined && of(mine, one.id) === undefined)
  return [...kept, ...added]
}

interface Listed {
  id: string
}

function isListed(value: unknown): value is Listed[] {
  return Array.isArray(value) && value.every((one) => isRecord(one) && typeof one['id'] === 'string')
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
