import { videoModels } from '@/api/catalog'
import { settings } from '@/api/settings'

/** What Create asks before it shows its form. */
export const createQuestions = { models: videoModels(), studio: settings() }
