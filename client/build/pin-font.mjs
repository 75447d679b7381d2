// Makes the display face of src/styles/fonts from the whole family: the one width and weight that the studio uses, a quarter of its bytes.
// Run it again with `npm run font` after an update of the family, or when the `display` utility asks for another width or weight.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const family = 'node_modules/@fontsource-variable/bricolage-grotesque'
const variationAxes = { wdth: 78, wght: 650 }
/** What the family's own file for Latin holds. */
const held = [
  [0x20, 0xff],
  [0x2000, 0x206f],
  ...[
    0x131, 0x152, 0x153, 0x2bb, 0x2bc, 0x2c6, 0x2da, 0x2dc, 0x304, 0x308, 0x329, 0x20ac, 0x2122, 0x2191, 0x2193, 0x2212,
    0x2215, 0xfffd,
  ].map((point) => [point, point]),
]
const characters = held.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))

const whole = readFileSync(`${family}/files/bricolage-grotesque-latin-wdth-normal.woff2`)
const pinned = await subsetFont(whole, String.fromCodePoint(...characters), { targetFormat: 'woff2', variationAxes })
writeFileSync('src/styles/fonts/bricolage-grotesque-78-650.woff2', pinned)
copyFileSync(`${family}/LICENSE`, 'src/styles/fonts/LICENSE')
