/** What can stand in a message. */
export type Value = string | number;

/** A message as it is said: a text, or a function of the values that it asks for. */
export type Message<Icu extends string> = Icu extends `${string}{${string}`
  ? (values: ValuesOf<Icu>) => string
  : string;

/** A catalogue: messages by key, in one language. */
export type Messages<Icu extends Readonly<Record<string, string>>> = {
  readonly [Key in keyof Icu]: Message<Icu[Key]>;
};

/** What the build makes of a catalogue in ICU: its messages, made of what a language knows how to say. */
export type Compiled<Said> = (
  text: (value: Value | undefined) => string,
  number: (value: number) => string,
  plural: (count: number, forms: Readonly<Record<string, string>>) => string,
) => Said;

/**
 * The values that a message asks for, by name: a number for `{count, plural, …}` and `{count, number}`, any value for
 * `{name}`. One space after each comma, no forms inside forms and no braces in quotes: more is not read here.
 */
export type ValuesOf<Icu extends string> = ByName<Outside<Icu>>;

/** Of the places that were found, `#name` is one that counts. */
type ByName<Found> = {
  readonly [Name in NameOf<Found>]: `#${Name}` extends Found ? number : Value;
};
type NameOf<Found> = Found extends `#${infer Name}` ? Name : Found & string;

/** Reads from outside of any place: up to the next one. */
type Outside<Icu extends string, Found = never> = Icu extends `${string}{${infer Rest}`
  ? Place<Rest, Found>
  : Found;

/** Reads a place: a name alone, or a number with or without forms. */
type Place<Icu extends string, Found> = Icu extends `${infer Within}}${infer Rest}`
  ? Within extends `${infer Name}, number`
    ? Outside<Rest, Found | `#${Name}`>
    : Within extends `${infer Name}, plural, ${string}`
      ? Icu extends `${string}, plural, ${infer Forms}`
        ? Form<Forms, Found | `#${Name}`>
        : never
      : Outside<Rest, Found | Within>
  : never;

/** Reads between the forms of a number: up to the text of the next one, or to their end. */
type Form<Icu extends string, Found> = Icu extends `${infer Before}}${infer After}`
  ? Before extends `${string}{${infer Text}`
    ? Text extends `${string}{${infer Name}`
      ? InForm<After, Found | Name>
      : Form<After, Found>
    : Outside<After, Found>
  : never;

/** Reads in the text of a form: up to its next place, or to its end. */
type InForm<Icu extends string, Found> = Icu extends `${infer Before}}${infer After}`
  ? Before extends `${string}{${infer Name}`
    ? InForm<After, Found | Name>
    : Form<After, Found>
  : never;
