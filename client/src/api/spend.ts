import { queryOptions } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type Spend = Schema['SpendView']
export type SpendSum = Schema['SpendSumView']
export type LedgerLine = Schema['LedgerLineView']

export function spend() {
  return queryOptions({
    queryKey: ['spend'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/spend', { signal })),
  })
}
