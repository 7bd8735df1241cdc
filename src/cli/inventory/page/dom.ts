/** What goes into an element: text is always inserted as text. */
export type Content = Node | string | false | undefined;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes (none for undefined and false, an empty one for true) and content. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...present(content));
  return element;
}

/** A button that does something. */
export function button(attributes: Attributes, onClick: () => void, ...content: readonly Content[]): HTMLButtonElement {
  const element = h("button", { type: "button", ...attributes }, ...content);
  element.addEventListener("click", onClick);
  return element;
}

function present(content: readonly Content[]): readonly (Node | string)[] {
  return content.filter((one) => one !== undefined && one !== false);
}

/** A number as English writes it: 12,345. */
export function figure(number: number): string {
  return number.toLocaleString("en-US");
}

/** A number with the word for it. */
export function count(number: number, word: string, plural = `${word}s`): string {
  return `${figure(number)} ${number === 1 ? word : plural}`;
}
