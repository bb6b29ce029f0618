/** The title of a plan: what stands in quotation marks or brackets is not broken over two lines. */

export const Title = ({ of, id }: { of: string; id?: string }) => (
  <h1 id={id}>
    {of.split(/(“[^”]+”[^（“]{0,5}|（[^）]+）)/).map((part) =>
      /^[“（]/.test(part) ? (
        <span key={part} className="keep">
          {part}
        </span>
      ) : (
        part
      ),
    )}
  </h1>
)
