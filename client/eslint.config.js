import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import typescript from 'typescript-eslint'

const layers = ['lib', 'components', 'api', 'features', 'app']
const features = [
  'home',
  'session',
  'spend',
  'settings',
  'create',
  'queue',
  'gallery',
  'songs',
  'projects',
  'concept',
  'storyboard',
]

/** Arrows of the client: lib, components and api are leaves, features stand on them, app on all. */
function mayNotImport(from, ...banned) {
  const group = banned.flatMap((layer) => [`@/${layer}/*`, `@/${layer}/**`, `**/${layer}/*`, `../${layer}/**`])
  const message = `${from} may not reach into ${banned.join(' or ')}: lib, components, api → features → app.`
  return ['error', { patterns: [{ group, message }] }]
}

function layerRule(layer, ...banned) {
  return { files: [`src/${layer}/**`], rules: { 'no-restricted-imports': mayNotImport(layer, ...banned) } }
}

function featureRule(feature) {
  const others = features.filter((other) => other !== feature)
  const group = ['@/app/**', ...others.flatMap((other) => [`@/features/${other}/**`, `../${other}/**`])]
  const message = `A feature imports no other feature and not the app; share through lib, components or api.`
  return {
    files: [`src/features/${feature}/**`],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
  }
}

export default typescript.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  ...typescript.configs.strict,
  {
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      // The server leaves a value out or says null: == null covers both.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['public/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['caches', 'document', 'File', 'localStorage', 'Response', 'self', 'URL'].map((name) => [name, 'readonly']),
      ),
    },
  },
  layerRule('lib', ...layers.filter((layer) => layer !== 'lib')),
  layerRule('api', 'components', 'features', 'app'),
  layerRule('components', 'features', 'app'),
  ...features.map(featureRule),
)
