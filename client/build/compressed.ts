import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const text = /\.(html|js|css|svg|json|webmanifest|txt)$/

/** Lays a .br and a .gz beside every text file of the build, so that the server never compresses at run time. */
export function compressed(): Plugin {
  let out = 'dist'
  return {
    name: 'compressed-siblings',
    apply: 'build',
    configResolved: (config) => {
      out = join(config.root, config.build.outDir)
    },
    closeBundle: async () => {
      const files = await readdir(out, { recursive: true, withFileTypes: true })
      const wanted = files.filter((file) => file.isFile() && text.test(file.name))
      await Promise.all(wanted.map((file) => compress(join(file.parentPath, file.name))))
    },
  }
}

async function compress(path: string) {
  const bytes = await readFile(path)
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, brotli))
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}
