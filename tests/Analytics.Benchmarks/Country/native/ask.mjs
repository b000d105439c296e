// ask.mjs FILE ROUNDS < statement: milliseconds of each round, as JSON.
import { DuckDBInstance } from '@duckdb/node-api'
import { readFileSync } from 'node:fs'

const [file, rounds] = process.argv.slice(2)
const sql = readFileSync(0, 'utf8')
const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
const connection = await instance.connect()
const times = []
for (let i = 0; i < Number(rounds) + 3; i++) {
  const start = performance.now()
  const reader = await connection.runAndReadAll(sql)
  reader.getRows()
  if (i >= 3) times.push(performance.now() - start)
}
console.log(JSON.stringify(times))
