// An S3 server for the .NET tests: FOLDER PORT KEY SECRET. Port 0 takes a free one; the first line says which. Its buckets are the folders
// in FOLDER. It ends with its standard input, so that tests which are killed leave none behind.
import S3rver from 's3rver'
import { DUMMY_ACCOUNT } from 's3rver/lib/models/account.js'

const [directory, port, key, secret] = process.argv.slice(2)
DUMMY_ACCOUNT.createKeyPair(key, secret)
const server = new S3rver({ directory, port: Number(port), address: '127.0.0.1', silent: true, vhostBuckets: false })
console.log((await server.run()).port)
process.stdin.on('end', () => process.exit()).resume()
