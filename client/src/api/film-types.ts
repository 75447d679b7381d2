import type { Schema } from './client'

/** Types of routes that the studio's document does not describe yet. */
export interface Film {
  Platform: 'wide' | 'tall' | 'square'
  CutPace: 'calm' | 'easy' | 'steady' | 'lively' | 'frantic'
  BriefQuestion: { id: string; text: string; suggestions: string[]; answer?: string | null; skipped: boolean }
  Brief: {
    theme: string
    mood: string
    performers: string
    platform: Film['Platform']
    pace: Film['CutPace']
    mustHave: string
    neverShow: string
    referenceIds: string[]
    questions: Film['BriefQuestion'][]
  }
  CastKind: 'person' | 'creature' | 'place' | 'prop'
  CastMember: { id: string; kind: Film['CastKind']; name: string; description: string; pictureIds: string[] }
  Look: {
    style: string
    palette: string
    light: string
    lens: string
    voice: string
    forbidden: string
    logoId?: string | null
    keyMessages: string
    callToAction: string
    doNotMention: string
  }
  LookKitView: { id: string; name: string; look: Film['Look']; updatedAt: string }
  RepeatAs: 'allNew' | 'newAngle' | 'sameFootage'
  RepeatChoice: { section: number; as: Film['RepeatAs'] }
  PlanSettings: {
    videoModel?: string | null
    resolution?: string | null
    imageModel?: string | null
    frameRate: number
    shortest?: number | null
    longest?: number | null
    repeats: Film['RepeatChoice'][]
    stillSections: number[]
  }
  ProjectStep: 'song' | 'concept' | 'storyboard' | 'takes' | 'cut' | 'export'
  ProjectStanding: {
    step: Film['ProjectStep']
    needs?: string | null
    shots: number
    stills: number
    approved: number
    takes: number
    films: number
  }
  ProjectView: {
    id: string
    title: string
    track: Schema['TrackView']
    brief: Film['Brief']
    look: Film['Look']
    cast: Film['CastMember'][]
    plan: Film['PlanSettings']
    version: number
    budget?: number | null
    spent: number
    reserved: number
    standing: Film['ProjectStanding']
    posterUrl?: string | null
    createdAt: string
    updatedAt: string
  }
  ProjectPageView: { items: Film['ProjectView'][]; next?: string | null }
  ShotWords: { picture: string; action: string; camera: string; light: string; transition: string; sung: string }
  WrittenBy: 'nobody' | 'director' | 'rules' | 'creator'
  SubjectPoint: { x: number; y: number; guessed: boolean }
  ShotView: {
    id: string
    number: number
    start: number
    end: number
    startFrame: number
    endFrame: number
    section: number
    words: Film['ShotWords']
    writtenBy: Film['WrittenBy']
    castIds: string[]
    stillId?: string | null
    stillUrl?: string | null
    sameAs?: string | null
    angleOf?: string | null
    movingStill: boolean
    videoModel?: string | null
    locked: boolean
    subject: Film['SubjectPoint']
    approved: boolean
    model?: string | null
    clipDuration?: string | null
    paidSeconds: number
    price?: number | null
    lyric?: string | null
    onBeat: boolean
    missing?: string | null
  }
  BoardView: {
    version: number
    duration: number
    frameRate: number
    frames: number
    shots: Film['ShotView'][]
    paidSeconds: number
    usedSeconds: number
    price: number
    budgetLeft?: number | null
    missing: string[]
    canUndo: boolean
    undoAct?: string | null
    canRedo: boolean
    redoAct?: string | null
    note?: string | null
    direction?: Film['DirectionView'] | null
  }
  BoardChangeKind:
    | 'words'
    | 'cast'
    | 'still'
    | 'split'
    | 'merge'
    | 'move'
    | 'reorder'
    | 'lock'
    | 'movingStill'
    | 'model'
    | 'sameAs'
    | 'subject'
  BoardChange: {
    kind: Film['BoardChangeKind']
    shotId?: string | null
    shotIds?: string[] | null
    at?: number | null
    free?: boolean | null
    to?: number | null
    words?: Film['ShotWords'] | null
    castIds?: string[] | null
    stillId?: string | null
    sameAs?: string | null
    flag?: boolean | null
    model?: string | null
    subject?: Film['SubjectPoint'] | null
  }
  DirectionView: {
    id: string
    kind: 'questions' | 'board' | 'rewrite'
    state: 'waiting' | 'working' | 'done' | 'failed' | 'cancelled'
    done: number
    of: number
    paid?: number | null
    notice?: string | null
    proposals: Film['ProposalView'][]
  }
  ProposalView: { shotId: string; before: Film['ShotWords']; after: Film['ShotWords'] }
  PromptView: { still: string; video: string; videoNegative?: string | null; parts: Film['PromptPartView'][] }
  PromptPartView: { from: string; text: string }
  PlannedShotView: {
    start: number
    end: number
    section: number
    paid: number
    duration?: string | null
    price: number
  }
  RepeatOfferView: {
    section: number
    repeatOf: number
    allNew: number
    newAngle: number
    sameFootage: number
    chosen: Film['RepeatAs']
  }
  PlanView: {
    videoModel: string
    resolution?: string | null
    shots: Film['PlannedShotView'][]
    paidSeconds: number
    usedSeconds: number
    nearestBeatPaid: number
    price: number
    stillsPrice?: number | null
    wordsMost?: number | null
    repeats: Film['RepeatOfferView'][]
    note?: string | null
  }
  FitView: { plans: Film['FitPlanView'][]; cheapest: number; note?: string | null }
  FitPlanView: { sentence: string; plan: Film['PlanSettings']; preview: Film['PlanView'] }
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
  ConsentRecordView: {
    id: string
    mediaId: string
    modelId: string
    flow: string
    version?: string | null
    policyText?: string | null
    agreedBy: string
    agreedAt: string
  }
  ConsentQuestionView: {
    modelId: string
    modelName: string
    flow: string
    version?: string | null
    policyText?: string | null
    statements: string[]
    mediaIds: string[]
  }
  ProjectConsentsView: { given: Film['ConsentRecordView'][]; asked?: Film['ConsentQuestionView'] | null }
  RecordConsent: {
    mediaId: string
    modelId: string
    version?: string | null
    termsAndPrivacy: boolean
    legalRight: boolean
    screeningAcknowledged: boolean
  }
  WordsPriceView: { model: string; board: number; questions: number; rewrite: number }
}
