/** The layout chapter: directions of development, and zones with what they are based on and what they are to become. */

import type { Warning, Zone } from '../schema.ts'
import { dashLength } from '../text/marks.ts'
import { readOrdinal } from '../text/numerals.ts'
import { firstOutside, meaningOf } from './headings.ts'
import { tidy } from './passages.ts'
import type { Section } from './sections.ts'

export type Layout = { directions: string[]; zones: Zone[]; warnings: Warning[] }

export function readLayout(text: string, chapters: Section[]): Layout {
  const layout: Layout = { directions: [], zones: [], warnings: [] }
  for (const chapter of chapters) visit(chapter)
  layout.directions = [...new Set(layout.directions)]
  return layout

  function visit(section: Section): void {
    const aim = aimOf(section.title)
    if (aim === 'directions') {
      const listed = readDirections(text.slice(section.start, section.children[0]?.start ?? section.end), section.start)
      const names = section.children.length > 1 ? section.children.map((child) => child.title) : listed.names
      layout.directions = layout.directions.concat(names)
      layout.warnings.push(...listed.warnings)
    } else if (aim === 'space') {
      for (const child of section.children) {
        if (/(?:布局|方向|格局|领域|分区)$/.test(child.title)) visit(child)
        else layout.zones.push(zoneOfSection(text, child))
      }
      for (const paragraph of section.paragraphs) {
        for (const [start, end] of partsOf(text, paragraph.start, paragraph.end)) {
          const zone = readZone(text, start, end)
          if (zone !== null) layout.zones.push(zone)
        }
      }
    }
  }
}

function aimOf(title: string): 'directions' | 'space' | null {
  if (/方向|重点领域|发展重点|产业重点|主导产业|重点产业|赛道|重点发展/.test(title)) return 'directions'
  if (/布局|分区|载体|片区|空间/.test(title) || meaningOf(title) === 'layout') return 'space'
  return null
}

/** Paragraphs that ran together (as in a PDF without indents): a place named behind a full stop begins another. */
const runOn = /。(?=[\u4e00-\u9fff（）()“”]{3,30}：(?:依托|以|聚焦|重点|发挥|围绕|立足|突出|充分))/g

function partsOf(text: string, start: number, end: number): [number, number][] {
  const cuts = [...text.slice(start, end).matchAll(runOn)].map(({ index }) => start + index + 1)
  return [start, ...cuts].map((from, i) => [from, cuts[i] ?? end])
}

/** “名称（说明）：文字” — a paragraph that opens with the name of a place. */
function readZone(text: string, start: number, end: number): Zone | null {
  const words = text.slice(start, end)
  const dash = dashLength(words)
  const content = words.slice(dash)
  const colon = firstOutside(content, '：:', 40)
  const stop = colon < 0 && dash > 0 ? firstOutside(content, '。', 24) : -1
  const at = colon > 0 ? colon : stop
  if (at <= 1 || /[，。；]/.test(content.slice(0, at).replace(/[（(][^）)]*[）)]/g, ''))) return null
  const rest = content.slice(at + 1)
  const named = position.test(content.slice(0, at)) ? placeName.exec(rest)?.[0] : undefined
  return describe(named ?? content.slice(0, at), rest, [start, end])
}

/** 一核：临港物流核心区。 — the place is named after its position in the pattern. */
const position = /^[“"]?[一二三四五六七八九十多主]{1,2}(?:核心|[核带廊极轴翼环片区心园谷])[”"]?$/
const placeName =
  /^(?!以|依托|围绕|打造|建设|推动|形成|发挥|构建)[^，。；、：\n]{2,18}(?:区|带|城|园|谷|港|群|廊|枢纽|基地|中心|高地|圈|镇|核|极)(?=[，。；：])/

function zoneOfSection(text: string, section: Section): Zone {
  return describe(section.title, text.slice(section.titleSpan[1], section.end), [section.start, section.end])
}

function describe(heading: string, words: string, span: [number, number]): Zone {
  const { name, note } = readName(heading.trim().replace(/^[“"]([^”"]+)[”"]$/, '$1'))
  return { name, note, carriers: readCarriers(words), brand: readBrand(words), text: tidy(words), span }
}

/** A note is a bracket at the end of the name; 西部（重庆）科学城 keeps its bracket. */
function readName(heading: string): { name: string; note: string | null } {
  const match = /^(.{2,30}?)[（(]([^（()）]{1,60})[）)]$/.exec(heading)
  return match === null ? { name: heading, note: null } : { name: match[1]!.replace(/^“([^”]+)”$/, '$1'), note: match[2]! }
}

function readCarriers(words: string): string[] {
  const carriers: string[] = []
  const pattern = /依托([^，。；]{2,160})|以([^，。；]{2,120}?)为(?:主要|重要|核心)?(?:载体|依托)/g
  for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
    const list = (match[1] ?? match[2]!).replace(
      /(?:等)?(?:重点|现有|优质|一批)?(?:平台|载体|资源|基础|优势|园区|项目)?(?:优势|资源)?$/,
      (tail) => (tail.startsWith('等') ? '' : tail),
    )
    carriers.push(...cutCarriers(list))
  }
  return [...new Set(carriers)]
}

function cutCarriers(list: string): string[] {
  return list
    .split(/、|(?<=[园区房楼城院所港站谷])(?:和|及|以及|与)(?=[\u4e00-\u9fff]{2})/)
    .map((name) => name.trim().replace(/等$/, ''))
    .filter((name) => name.length >= 2)
}

/** 打造“…”: what the zone is to be called; the last one named is the aim. */
function readBrand(words: string): string | null {
  const named = [...words.matchAll(/(?:打造|建成|创建|创响|叫响)(?:成为|成|为)?[^“。；，、]{0,12}“([^”\n]{2,40})”/g)]
  return named.at(-1)?.[1] ?? null
}

/** 聚焦A、B、C四大重点方向 → A, B, C; a printed count that does not fit is a warning. */
function readDirections(words: string, base: number): { names: string[]; warnings: Warning[] } {
  for (const match of words.matchAll(listOfDirections)) {
    const names = match[1]!.split('、').map((name) => name.trim().replace(/等$/, ''))
    if (names.length < 2 || names.some((name) => name.length < 2 || name.length > 30)) continue
    const count = match[2] === undefined ? null : readOrdinal(match[2])
    if (count === null || count === names.length) return { names, warnings: [] }
    const at = base + match.index
    return {
      names,
      warnings: [
        { message: `原文写明有 ${count} 个重点方向，读出 ${names.length} 个，请核对。`, span: [at, at + match[0].length] },
      ],
    }
  }
  return { names: [], warnings: [] }
}

const listOfDirections =
  /(?:聚焦|围绕|重点发展|突出|主攻|着力发展|重点布局|大力发展|做大做强|做强|瞄准)([^。；，\n]{3,200}?)(?:等)?([一二三四五六七八九十]{1,2}|\d{1,2})?(?:个|大|条)?(?:重点|主导|核心|细分|优势|特色|新兴|主攻|未来|支柱|关键|发展)*(?:方向|领域|赛道|产业|板块|行业|集群|产业链)(?=[，。；和及\n]|$)/g
