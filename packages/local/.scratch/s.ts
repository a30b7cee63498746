import { Stage } from "../test/faults/stage.ts"
import { Witness } from "../test/faults/history.ts"
const stage = await Stage.open()
console.log("open", stage.url)
stage.table.rule = (c) => { console.log("T", c.target); return undefined }
stage.posts.rule = (c) => { console.log("P", c.target, c.path, c.body.slice(0, 100)); return undefined }
const v = await stage.visitor()
const w = new Witness("first", v.chat)
v.chat.on("problem", (p) => console.log("problem", p))
const t = setTimeout(() => { console.log(v.chat.state, stage.output); process.exit() }, 8000)
await w.send("We run a bakery with two shops and want orders online, at most 150 on Saturdays.")
await w.rest(1)
console.log("done", w.events.length, stage.output)
clearTimeout(t)
await stage.close()
