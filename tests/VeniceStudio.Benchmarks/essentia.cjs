// node essentia.cjs METHOD FILE… : the beats that essentia.js hears in sound files, one line of JSON for each, with the seconds it took.
// METHOD is degara or multifeature. NODE_PATH has to lead to essentia.js 0.1.3; ffmpeg decodes.
const { execFileSync } = require('node:child_process');
const { Essentia, EssentiaWASM } = require('essentia.js');

const [method, ...files] = process.argv.slice(2);
const essentia = new Essentia(EssentiaWASM);
const SLOWEST = 40, FASTEST = 208;   // its own defaults

for (const file of files) {
  const raw = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-ac', '1', '-ar', '44100', '-f', 'f32le', '-'], { maxBuffer: 2 ** 30 });
  const samples = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
  const begun = process.hrtime.bigint();
  const vector = essentia.arrayToVector(samples);
  const heard = essentia.RhythmExtractor2013(vector, FASTEST, method, SLOWEST);
  const beats = Array.from(essentia.vectorToArray(heard.ticks));
  vector.delete();
  console.log(JSON.stringify({ beats, tempo: heard.bpm, seconds: Number(process.hrtime.bigint() - begun) / 1e9 }));
}
process.exit(0);   // its threads would keep it alive
