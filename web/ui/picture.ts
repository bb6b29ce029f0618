/** What is shown as a picture: a PNG of an element as the browser draws it, handed over to be saved. */

/** Twice as fine as the screen, so that it can be printed. */
const scale = 2

/** @param name of the file, without its ending */
export async function savePicture(element: HTMLElement, name: string): Promise<void> {
  const { domToBlob } = await import('modern-screenshot')
  const blob = await domToBlob(element, {
    scale,
    backgroundColor: getComputedStyle(document.querySelector('.look') ?? document.body).backgroundColor,
    width: element.clientWidth,
    height: element.scrollHeight,
    // The type of the page is the machine's own: there is none to carry along.
    font: false,
    // What is only there to be clicked has no place on paper.
    filter: (node) => !(node instanceof Element && node.classList.contains('not-pictured')),
  })
  const url = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href: url, download: `${name}.png` }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
