/**
 * What is shown as a picture: a PNG of an element as the browser draws it, handed over to be saved.
 *
 * The element goes into an SVG together with the rules of the page's own style sheets, which the browser then draws as an
 * image: nothing is computed element by element, and nothing comes from elsewhere.
 */

/** Twice as fine as the screen, so that it can be printed. */
const scale = 2
const html = 'http://www.w3.org/1999/xhtml'
const svg = 'http://www.w3.org/2000/svg'

/**
 * What is only there to be clicked (.not-pictured) is left out.
 * @param name of the file, without its ending
 */
export async function savePicture(element: HTMLElement, name: string): Promise<void> {
  const { clientWidth: width, scrollHeight: height } = element
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawingOf(element, width, height))}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale })
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
  if (!blob) throw new Error('the browser made no picture')
  const url = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href: url, download: `${name}.png` }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

function drawingOf(element: HTMLElement, width: number, height: number): string {
  const copy = element.cloneNode(true) as HTMLElement // a copy of an element is one
  for (const idle of copy.querySelectorAll('.not-pictured')) idle.remove()
  const style = document.createElementNS(html, 'style')
  style.textContent = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(textOf)).join('\n')
  // Colours come from the look around.
  const look = (element.closest('.look')?.cloneNode(false) ?? document.createElement('div')) as HTMLElement
  look.append(style, copy)
  const room = document.createElementNS(svg, 'foreignObject')
  const drawing = document.createElementNS(svg, 'svg')
  for (const node of [room, drawing]) {
    node.setAttribute('width', String(width))
    node.setAttribute('height', String(height))
  }
  room.append(look)
  drawing.append(room)
  return new XMLSerializer().serializeToString(drawing)
}

/** What holds for the window holds for the picture, which may be higher. */
function textOf(rule: CSSRule): string {
  if (!(rule instanceof CSSMediaRule)) return rule.cssText
  return matchMedia(rule.conditionText).matches ? [...rule.cssRules].map(textOf).join('\n') : ''
}
