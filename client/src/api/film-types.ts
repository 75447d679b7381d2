import type { Schema } from './client'

/** Types of routes that the studio's document does not describe yet. */
export interface Film {
  StillView: {
    id: string
    shotId?: string | null
    castId?: string | null
    purpose: 'shot' | 'castSheet' | 'edit' | 'given'
    modelName?: string | null
    sentence?: string | null
    status: Schema['ClipStatus']
    waiting?: string | null
    cancelAsked: boolean
    quoted: number
    paid: number
    newPrice?: number | null
    media?: Schema['MediaView'] | null
    failure?: { kind: string; sentence: string } | null
    createdAt: string
  }
  StillQuoteView: { each: number; total: number; count: number; withinBudget: boolean; note?: string | null }
  ImageModelView: { id: string; name: string; available: boolean; usual: boolean; price?: number | null }
  WordsPriceView: { model: string; board: number; questions: number; rewrite: number }
}
