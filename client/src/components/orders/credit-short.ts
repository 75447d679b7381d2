import { useQuery } from '@tanstack/react-query'
import { useRehearsal } from '@/api/session'
import { veniceStatus } from '@/api/venice'
import { formatMoney } from '@/lib/money'

/**
 * Said before something is ordered that Venice's account does not cover: the part beyond it would be refused, piece by piece. Null
 * while there is enough, and where nobody knows: an account that pays in something else than dollars tells none.
 */
export function useCreditShort(total: number | null | undefined): string | null {
  const rehearsal = useRehearsal()
  const { data: venice } = useQuery(veniceStatus())
  if (rehearsal || total == null || venice?.balance == null || (venice.currency ?? 'USD') !== 'USD') return null
  if (venice.balance >= total) return null
  return `Venice has ${formatMoney(Math.max(0, venice.balance))} of credit left. Add some at venice.ai first, or it refuses what that does not cover.`
}
