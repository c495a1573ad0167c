// One ICU message, read by FormatJS's parser and written as a plain expression of JavaScript.
import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  TYPE,
} from '@formatjs/icu-messageformat-parser';

/**
 * The JavaScript of one message in a language: a text, or where it has arguments a function of their values
 * (`(v) => …`) that calls `text`, `number` and `plural`. A message that is no ICU, or has what no catalogue needs (dates,
 * choices, tags), is thrown back with a sentence.
 */
export function compiledMessage(icu: string, language: string): string {
  const elements = elementsOf(icu);
  if (elements.every(({ type }) => type === TYPE.literal)) return JSON.stringify(literal(elements));
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return `(v) => ${expression(elements, new Set(categories))}`;
}

/** The elements of a message as FormatJS reads them. */
export function elementsOf(icu: string): MessageFormatElement[] {
  return parse(icu, { ignoreTag: true, requiresOtherClause: true });
}

function literal(elements: readonly MessageFormatElement[]): string {
  return elements.map((element) => (element.type === TYPE.literal ? element.value : '')).join('');
}

/** A JavaScript expression that makes the text of these elements; `counted` is the count around them, for its `#`. */
function expression(
  elements: readonly MessageFormatElement[],
  categories: ReadonlySet<string>,
  counted?: string,
): string {
  const parts = elements.map((element) => {
    switch (element.type) {
      case TYPE.literal:
        return element.value.replace(/[\\`]|\$\{/g, '\\$&');
      case TYPE.argument:
        return `\${text(${valueNamed(element.value)})}`;
      case TYPE.number:
        if (element.style) throw new Error(`{${element.value}, number} takes no style here`);
        return `\${number(${valueNamed(element.value)})}`;
      case TYPE.pound:
        return `\${number(${counted})}`;
      case TYPE.plural:
        if (counted !== undefined)
          throw new Error(`{${element.value}, plural, …} stands inside another plural`);
        return `\${${forms(element, categories)}}`;
      default:
        throw new Error(`{${element.value}, …} is of a kind that no catalogue has`);
    }
  });
  return `\`${parts.join('')}\``;
}

/** A call of `plural` with the text of each form. */
function forms(
  { value, offset, pluralType, options }: PluralElement,
  categories: ReadonlySet<string>,
): string {
  if (offset !== 0 || pluralType !== 'cardinal')
    throw new Error(`{${value}, plural, …} counts from 0 and in cardinals`);
  const count = valueNamed(value);
  const texts = Object.entries(options).map(([form, option]) => {
    if (!form.startsWith('=') && !categories.has(form))
      throw new Error(`{${value}, plural, …}: this language has no form "${form}"`);
    return `${JSON.stringify(form)}: ${expression(option.value, categories, count)}`;
  });
  return `plural(${count}, { ${texts.join(', ')} })`;
}

function valueNamed(name: string): string {
  if (!/^[a-z]\w*$/i.test(name)) throw new Error(`{${name}} is no name of an argument`);
  return `v.${name}`;
}
